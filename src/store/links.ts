/** One person in two places: two people become one, or one part of a person goes on alone. */
import type { Transaction } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import { remember } from "./audit.ts";
import { useCode } from "./codes.ts";
import { addIdentity, type Person } from "./people.ts";
import type { Schema } from "./schema.ts";
import { takeOver } from "./take-over.ts";

/**
 * `join`: who speaks, so far `former` or nobody, becomes the turn's person, whose code it was. `part`: who speaks leaves
 * `joined` and becomes the turn's person, who is new and has been told the same.
 */
export type Moving =
  | { readonly kind: "join"; readonly hash: string; readonly former: Person | null }
  | { readonly kind: "part"; readonly joined: Person };

/** The turn with which it happens; `person` is who the speaker becomes. */
interface Move {
  readonly from: Speaker;
  readonly person: Person;
  readonly at: string;
}

/** How many identities a person has. */
export async function countIdentities(
  db: Pick<Transaction<Schema>, "selectFrom">,
  { id }: Person,
): Promise<number> {
  const { count } = await db
    .selectFrom("identities")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("person", "=", id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Does it in the transaction of a turn. False where somebody concerned did something else since it was worked out. */
export function move(db: Transaction<Schema>, moving: Moving, turn: Move): Promise<boolean> {
  return moving.kind === "join" ? join(db, moving, turn) : part(db, moving, turn);
}

async function join(
  db: Transaction<Schema>,
  { hash, former }: Extract<Moving, { kind: "join" }>,
  { from, person, at }: Move,
): Promise<boolean> {
  if (!(await hold(db, former ? [person, former] : [person]))) return false;
  if (!(await useCode(db, { hash, person, at }))) return false;
  if (former) await takeOver(db, former, person);
  else if (!(await addIdentity(db, from, person, at))) return false;
  await remember(db, { at, actor: former?.id ?? person.id, act: "link", subject: person.id });
  return true;
}

/**
 * Locks the records of people who are still as they were when the turn was worked out. Always in the same order, so that
 * two joins of the same people never wait in a circle.
 */
async function hold(db: Transaction<Schema>, people: readonly Person[]): Promise<boolean> {
  for (const { id, version } of people.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const { numUpdatedRows } = await db
      .updateTable("records")
      .set({ version })
      .where("person", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
  }
  return true;
}

async function part(
  db: Transaction<Schema>,
  { joined }: Extract<Moving, { kind: "part" }>,
  { from, person, at }: Move,
): Promise<boolean> {
  if (!(await hold(db, [joined]))) return false;
  // Of two who leave at once the last stays, or all that was told would belong to nobody.
  if ((await countIdentities(db, joined)) < 2) return false;
  await copy(db, joined, person, at);
  const { channel, tenant, user } = from;
  const { numUpdatedRows } = await db
    .updateTable("identities")
    .set({ person: person.id })
    .where("channel", "=", channel)
    .where("tenant", "=", tenant)
    .where("user", "=", user)
    .where("person", "=", joined.id)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await takeAlong(db, from, joined, person);
  await remember(db, { at, actor: person.id, act: "unlink", subject: joined.id });
  return true;
}

async function copy(db: Transaction<Schema>, { id, version }: Person, to: Person, at: string): Promise<void> {
  await db.insertInto("people").values({ id: to.id, created_at: at }).execute();
  await db
    .insertInto("records")
    .columns(["person", "version", "record", "edition", "updated_at"])
    .expression(({ selectFrom, val }) =>
      selectFrom("records")
        .select([val(to.id).as("person"), "version", "record", "edition", "updated_at"])
        .where("person", "=", id),
    )
    .execute();
  await db
    .insertInto("events")
    .columns(["person", "sequence", "turn", "event", "said_at"])
    .expression(({ selectFrom, val }) =>
      selectFrom("events")
        .select([val(to.id).as("person"), "sequence", "turn", "event", "said_at"])
        .where("person", "=", id)
        .where("sequence", "<=", version),
    )
    .execute();
}

/** What was said in the same workspace or directory, and the cohorts there, go along. */
async function takeAlong(
  db: Transaction<Schema>,
  { channel, tenant }: Speaker,
  joined: Person,
  { id }: Person,
) {
  await db
    .updateTable("turns")
    .set({ person: id })
    .where("person", "=", joined.id)
    .where(({ eb, selectFrom }) =>
      eb(
        "conversation",
        "in",
        selectFrom("conversations")
          .select("conversations.id")
          .where("channel", "=", channel)
          .where("tenant", "=", tenant),
      ),
    )
    .execute();
  await db
    .updateTable("members")
    .set({ person: id })
    .where("person", "=", joined.id)
    .where(({ eb, selectFrom }) =>
      eb(
        "cohort",
        "in",
        selectFrom("cohorts")
          .select("cohorts.id")
          .where("channel", "=", channel)
          .where("tenant", "=", tenant),
      ),
    )
    .execute();
}
