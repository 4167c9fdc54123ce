/** What is wrong with the letters that arrived, and why some arrived twice. */
import type { Kysely } from "kysely";
import type { Pace } from "../../src/jobs/deliver.ts";
import type { Schema } from "../../src/store/schema.ts";
import { grouped } from "./grouped.ts";
import type { Program } from "./program.ts";
import { RELAY } from "./relay.ts";
import type { Sink } from "./sink.ts";

export interface Mail {
  readonly wrongs: readonly string[];
  readonly letters: number;
  /** Letters that came again because their sender was killed before it could mark them. */
  readonly afterKills: number;
  /** Letters that came again because the sink had not answered. */
  readonly afterFaults: number;
  /** Letters that came again because the answer was too late for the sender, or for the database to mark it. */
  readonly afterWaits: number;
}

export async function checkLetters(
  db: Kysely<Schema>,
  { receipts }: Sink,
  programs: readonly Program[],
  { tryFor, leaseFor }: Pace,
): Promise<Mail> {
  const kills = new Map(programs.flatMap((program) => [...program.kills]));
  const rows = await db
    .selectFrom("outbox")
    .select(["conversation", "number", "reply"])
    .where("channel", "=", RELAY)
    .execute();
  const replies = new Map(
    rows.map(({ conversation, number, reply }) => [`${conversation}#${number}`, reply]),
  );
  const arrivals = grouped(receipts, ({ id }) => id);
  const wrongs: string[] = [];
  let afterKills = 0;
  let afterFaults = 0;
  let afterWaits = 0;
  for (const [id, reply] of replies) {
    const arrived = arrivals.get(id) ?? [];
    if (arrived.length === 0) wrongs.push(`${id} never arrived`);
    if (arrived.some((receipt) => JSON.stringify(receipt.reply) !== reply))
      wrongs.push(`${id} is another reply`);
    for (const [place, receipt] of arrived.slice(0, -1).entries()) {
      const killed = (kills.get(receipt.by) ?? Number.POSITIVE_INFINITY) - receipt.at;
      const again = (arrived[place + 1]?.at ?? 0) - receipt.at;
      if (!receipt.isAnswered) afterFaults += 1;
      else if (killed < leaseFor) afterKills += 1;
      else if (again >= tryFor) afterWaits += 1;
      else wrongs.push(`${id} arrived again though its sender lived and had been answered`);
    }
  }
  for (const id of arrivals.keys())
    if (!replies.has(id)) wrongs.push(`${id} arrived, and nobody had sent it`);
  return {
    wrongs: [...wrongs, ...disorderIn([...arrivals.keys()])],
    letters: replies.size,
    afterKills,
    afterFaults,
    afterWaits,
  };
}

/** `ids` in the order in which each arrived for the first time. */
function disorderIn(ids: readonly string[]): string[] {
  const newest = new Map<string, number>();
  return ids.flatMap((id) => {
    const [conversation = "", number] = id.split("#");
    const before = newest.get(conversation) ?? 0;
    newest.set(conversation, Number(number));
    return Number(number) === before + 1 ? [] : [`${id} arrived after ${before}`];
  });
}
