/** The codes that join two people who are one: short, for one use, for a few minutes, and kept only as a hash. */
import { createHash, randomBytes } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import type { Person } from "./people.ts";
import type { Schema } from "./schema.ts";

/** Without 0 and O, 1 and I, which look alike; 32 of them, so that every byte picks one as likely as any other. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 8;
const GROUP = 4;

/** Such as K7QM-3XPA. */
export function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return `${letters.slice(0, GROUP)}-${letters.slice(GROUP)}`;
}

/** What is kept of a code. However it is typed, in small letters or with spaces, it is the same. */
export function hashOf(code: string): string {
  const letters = code.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  return createHash("sha256").update(letters).digest("hex");
}

/** Whose code it is, and the channel in which it was made; null where there is no such code any more. */
export async function findCode(
  db: Kysely<Schema>,
  hash: string,
  now: string,
): Promise<{ person: Person; channel: string } | null> {
  const row = await db
    .selectFrom("link_codes")
    .innerJoin("records", "records.person", "link_codes.person")
    .select(["records.person as id", "records.version", "records.edition", "link_codes.channel"])
    .where("hash", "=", hash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!row) return null;
  const { channel, ...person } = row;
  return { person, channel };
}

/** Codes that did not fit. */
export interface Tries {
  readonly tries: number;
  /** ISO time at which they are forgotten. */
  readonly until: string;
}

/** null where there were none of late. */
export async function findTries(db: Kysely<Schema>, speaker: Speaker, now: string): Promise<Tries | null> {
  const row = await db
    .selectFrom("link_tries")
    .select(["tries", "until"])
    .where("channel", "=", speaker.channel)
    .where("tenant", "=", speaker.tenant)
    .where("user", "=", speaker.user)
    .where("until", ">", now)
    .executeTakeFirst();
  return row ?? null;
}

/** A new code, which takes the place of the person's earlier one, or one more code that did not fit. */
export type Coding =
  | { readonly kind: "made"; readonly hash: string; readonly channel: string; readonly expiresAt: string }
  | { readonly kind: "missed"; readonly before: Tries | null; readonly after: Tries };

/** Keeps it in the transaction of a turn. False where the speaker tried another code since `before` was read. */
export async function keepCoding(
  db: Transaction<Schema>,
  coding: Coding,
  { from, person, at }: { readonly from: Speaker; readonly person: Person; readonly at: string },
): Promise<boolean> {
  if (coding.kind === "missed") return keepTries(db, coding, from, at);
  const { hash, channel, expiresAt } = coding;
  await db.deleteFrom("link_codes").where("person", "=", person.id).execute();
  await db
    .insertInto("link_codes")
    .values({ hash, person: person.id, channel, expires_at: expiresAt })
    .execute();
  return true;
}

async function keepTries(
  db: Transaction<Schema>,
  { before, after }: Extract<Coding, { kind: "missed" }>,
  { channel, tenant, user }: Speaker,
  at: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("link_tries")
    .values({ channel, tenant, user, ...after })
    .onConflict((conflict) =>
      conflict
        .columns(["channel", "tenant", "user"])
        .doUpdateSet(after)
        .where(({ eb, and }) =>
          before === null
            ? eb("link_tries.until", "<=", at)
            : and([eb("link_tries.tries", "=", before.tries), eb("link_tries.until", "=", before.until)]),
        ),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Uses a code up. False where it was used or replaced since, or its time has run out; so only one can use it. */
export async function useCode(
  db: Transaction<Schema>,
  { hash, person, at }: { readonly hash: string; readonly person: Person; readonly at: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("link_codes")
    .where("hash", "=", hash)
    .where("person", "=", person.id)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
