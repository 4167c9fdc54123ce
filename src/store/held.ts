/** Finds everything that is held about a person, whatever table it stands in. Nothing secret is in it. */
import type { Kysely } from "kysely";
import type { Speaker } from "../chat/turn.ts";
import type { Held } from "../record/held.ts";
import { findHeldRecord } from "./held-record.ts";
import { findHeldTalk } from "./held-talk.ts";
import { findHeldTeams } from "./held-teams.ts";
import { findOwn } from "./own.ts";
import type { Schema } from "./schema.ts";

/** `from`: who asks, who may be nobody yet and all the same be invited. `at`: ISO time */
export async function findHeld(
  db: Kysely<Schema>,
  { person, from, at }: { readonly person: string; readonly from: Speaker; readonly at: string },
): Promise<Held> {
  const known = await db
    .selectFrom("identities")
    .select(["channel", "tenant", "user"])
    .where("person", "=", person)
    .orderBy("channel")
    .orderBy("tenant")
    .orderBy("user")
    .execute();
  const { channel, tenant, user } = from;
  const speakers = known.length > 0 ? known : [{ channel, tenant, user }];
  const own = await findOwn(db, person);
  return {
    format: "signpost.held/1",
    at,
    isBrief: false,
    ...(await findHeldRecord(db, person)),
    identities: known,
    ...(await findHeldTalk(db, person, own)),
    ...(await findHeldTeams(db, person, speakers)),
    linkTries: await triesOf(db, speakers),
    audit: await auditOf(db, person, own),
  };
}

async function triesOf(db: Kysely<Schema>, speakers: readonly Speaker[]): Promise<Held["linkTries"]> {
  return db
    .selectFrom("link_tries")
    .select(["channel", "tenant", "user", "tries", "until"])
    .where(({ or, and }) => or(speakers.map(({ channel, tenant, user }) => and({ channel, tenant, user }))))
    .execute();
}

/** What the person did, what was done to them, and which of the replies to them were given up. */
async function auditOf(db: Kysely<Schema>, person: string, own: readonly string[]): Promise<Held["audit"]> {
  const rows = await db
    .selectFrom("audit")
    .select(["at", "act", "actor"])
    .where(({ or, eb, fn, val }) =>
      or([
        eb("actor", "=", person),
        eb("subject", "=", person),
        ...own.map((id) => eb(fn<string>("substr", ["subject", val(1), val(id.length + 1)]), "=", `${id}#`)),
      ]),
    )
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ at, act, actor }) => ({ at, act, by: byWhom(actor, person) }));
}

function byWhom(actor: string, person: string): Held["audit"][number]["by"] {
  if (actor === person) return "you";
  return actor === "system" ? "the program" : "somebody";
}
