/** Messages in Teams, each kept before its reply goes out, beside a bare bot of botbuilder's that keeps nothing. */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Line, lineOf } from "../line.ts";
import { median } from "../measure.ts";
import { sqliteGround } from "../turns/ground.ts";
import { openIssuer } from "./issuer.ts";
import { type Loaded, MESSAGES, openLoad } from "./load.ts";
import type { Figures, Listening } from "./server.ts";

const SERVER = fileURLToPath(new URL("server.js", import.meta.url));
const AGAINST = "a bare CloudAdapter bot that keeps nothing";
const ROUNDS = 5;
const PEOPLE = 200;

type Measured = Loaded & { readonly cpu: number };

/** `store`: where ours keeps turns. Throws where a message got no reply, or is not kept. */
export async function messages(store: "memory" | "sqlite", target: number): Promise<Line[]> {
  const ground = sqliteGround();
  const issuer = await openIssuer();
  const load = await openLoad(issuer);
  const database = store === "memory" ? ":memory:" : await ground.newDatabase();
  const [ours, bare] = [
    fork(SERVER, ["ours", issuer.metadata, database]),
    fork(SERVER, ["bare", issuer.metadata]),
  ];
  const addresses = [(await said<Listening>(ours)).address, (await said<Listening>(bare)).address] as const;
  const run = async (child: ChildProcess, address: string, round: string): Promise<Measured> => {
    const before = await figures(child);
    const loaded = await load.type(address, PEOPLE, round);
    const after = await figures(child);
    const sent = PEOPLE * MESSAGES.length;
    if (child === ours && after.turns - before.turns !== sent)
      throw new Error(`${sent} messages were answered, and ${after.turns - before.turns} are kept`);
    if (child === ours && !load.lastWords(`a:${round}-0`).includes("Back one step"))
      throw new Error("The last reply is not the one to the last message");
    return { ...loaded, cpu: after.cpu / sent };
  };
  const rounds: { ours: Measured; bare: Measured }[] = [];
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const name = `${round}${randomBytes(4).toString("hex")}`;
    rounds.push({
      ours: await run(ours, addresses[0], `o${name}`),
      bare: await run(bare, addresses[1], `b${name}`),
    });
  }
  ours.kill();
  bare.kill();
  load.close();
  issuer.close();
  await ground.close();
  const middle = (side: "ours" | "bare", name: keyof Measured) =>
    median(rounds.slice(1).map((each) => each[side][name]));
  const bench = `teams.turns-${store}`;
  const line = (
    suffix: string,
    name: keyof Measured,
    unit: "turns/s" | "ms" | "µs/turn",
    wanted: number | null,
  ) =>
    lineOf({
      bench: `${bench}${suffix}`,
      ours: middle("ours", name),
      against: AGAINST,
      theirs: middle("bare", name),
      unit,
      target: wanted,
    });
  return [
    line("", "perSecond", "turns/s", target),
    line(".p50", "p50", "ms", null),
    line(".p99", "p99", "ms", null),
    line(".cpu", "cpu", "µs/turn", null),
  ];
}

async function figures(child: ChildProcess): Promise<Figures> {
  child.send("figures");
  return said<Figures>(child);
}

async function said<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, "message")) as [Message];
  return message;
}
