/** A college with one large cohort: made-up people with their records, as if each had told theirs, joined and agreed. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { stand } from "../../src/advice/standing.ts";
import { type House, openHouse } from "../../src/app/house.ts";
import type { Speaker } from "../../src/chat/turn.ts";
import { type Overview, overviewOf } from "../../src/cohort/overview.ts";
import { progressOf } from "../../src/cohort/progress.ts";
import { readConfig } from "../../src/config.ts";
import type { LearnerRecord } from "../../src/record/record.ts";
import { findGroups } from "../../src/store/roster.ts";
import type { Schema } from "../../src/store/schema.ts";
import { learnersOf } from "../learners.ts";
import type { Ground } from "../turns/ground.ts";

const MANAGER: Speaker = { channel: "console", tenant: "local", user: "manager" };
const AT = "2026-11-23T12:00:00.000Z";
/** Rows of one statement. */
const ROWS = 500;

export interface College {
  readonly house: House;
  /** Says a line of the manager's, and waits for the answer. */
  say(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens it, and checks that what is kept of the cohort is what judging every record says. */
export async function openCollege(ground: Ground, people: number): Promise<College> {
  const house = await openHouse(readConfig(ground.environment(await ground.newDatabase())));
  const { db, bot, library } = house;
  const say = async (text: string) => {
    const turn = { id: `bench:${randomUUID()}`, from: MANAGER, conversation: "manager", said: { text } };
    await bot.receive(turn);
  };
  await say("team create The College as The Manager");
  const { id: cohort } = await db.selectFrom("cohorts").select("id").executeTakeFirstOrThrow();
  const edition = library.editions.get(library.interview.edition);
  if (!edition) throw new Error("There is no edition");
  const records = learnersOf(edition, people, { seed: 6 });
  await fill(db, cohort, records);
  await bot.refresh();
  const groups = [];
  for (const record of records) {
    const standing = await stand(edition, record, AT.slice(0, 10));
    groups.push({ ...progressOf(standing, edition), people: 1 });
  }
  crossCheck(overviewOf(await findGroups(db, cohort)), overviewOf(groups));
  return { house, say, close: () => db.destroy() };
}

function crossCheck(kept: Overview, judged: Overview): void {
  const [one, other] = [kept, judged].map(({ people, stages, gaps }) =>
    JSON.stringify({ people, stages, gaps }),
  );
  if (one !== other)
    throw new Error(`What is kept of the cohort differs from what is judged:\n${one}\n${other}`);
}

async function fill(db: Kysely<Schema>, cohort: string, records: readonly LearnerRecord[]): Promise<void> {
  for (let from = 0; from < records.length; from += ROWS) {
    const some = records
      .slice(from, from + ROWS)
      .map((record, place) => ({ record, id: `person ${from + place}` }));
    await db
      .insertInto("people")
      .values(some.map(({ id }) => ({ id, created_at: AT })))
      .execute();
    await db
      .insertInto("identities")
      .values(some.map(({ id }) => ({ channel: "console", tenant: "local", user: id, person: id })))
      .execute();
    await db
      .insertInto("records")
      .values(
        some.map(({ id, record }) => ({
          person: id,
          version: 1,
          record: JSON.stringify(record),
          edition: record.edition,
          updated_at: AT,
        })),
      )
      .execute();
    await db
      .insertInto("members")
      .values(
        some.map(({ id }) => ({
          cohort,
          person: id,
          id: `member of ${id}`,
          role: "learner" as const,
          name: `Somebody ${id}`,
          agreed_at: AT,
        })),
      )
      .execute();
  }
}
