/** Deletes what has served its time. */
import type { Kysely } from "kysely";
import { forget } from "./forget.ts";
import type { Schema } from "./schema.ts";
import { committed } from "./shared-commit.ts";
import { emptyLog } from "./sqlite.ts";

/** ISO times: what is older goes. */
export interface Cutoffs {
  /** Replies that are delivered or given up, the ids of turns, old codes, and places nobody speaks in any more. */
  readonly replies: string;
  /** Questions that nobody could answer. */
  readonly questions: string;
  /** People who have said nothing since, with all that they told. */
  readonly people: string;
  readonly audit: string;
}

/** Replies that still wait to be delivered through `channels` stay, however old they are. `at`: ISO time of now. */
export async function purge(
  db: Kysely<Schema>,
  channels: readonly string[],
  { replies, questions, people, audit }: Cutoffs,
  at: string,
): Promise<void> {
  await purgeReplies(db, channels, replies);
  await purgePlaces(db, replies);
  await db.deleteFrom("unanswered").where("last_day", "<", questions.slice(0, 10)).execute();
  await expirePeople(db, people, at);
  await db.deleteFrom("audit").where("at", "<", audit).execute();
  // The place that a reply was for names a person: it stays no longer than the reply.
  await db
    .updateTable("audit")
    .set({ subject: "" })
    .where("act", "=", "dead-letter")
    .where("at", "<", replies)
    .execute();
  await emptyLog(db);
}

async function purgeReplies(db: Kysely<Schema>, channels: readonly string[], cutoff: string): Promise<void> {
  await db
    .deleteFrom("outbox")
    .where("created_at", "<", cutoff)
    .where(({ or, eb, not }) =>
      or([
        eb("delivered_at", "is not", null),
        eb("failed_at", "is not", null),
        ...(channels.length > 0 ? [not(eb("channel", "in", channels))] : [eb("channel", "is not", null)]),
      ]),
    )
    .execute();
  await db.deleteFrom("turns").where("seen_at", "<", cutoff).execute();
  await db.deleteFrom("asked").where("at", "<", cutoff).execute();
  await db.deleteFrom("link_codes").where("expires_at", "<", cutoff).execute();
  await db.deleteFrom("link_tries").where("until", "<", cutoff).execute();
}

/** Conversations that are nobody's own, and in which nothing waits: the next reply there is the first again. */
async function purgePlaces(db: Kysely<Schema>, cutoff: string): Promise<void> {
  await db
    .deleteFrom("conversations")
    .where("updated_at", "<", cutoff)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("identities")
            .select("identities.person")
            .whereRef("identities.channel", "=", "conversations.channel")
            .whereRef("identities.tenant", "=", "conversations.tenant")
            .whereRef("identities.user", "=", "conversations.address"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox")
            .select("outbox.number")
            .whereRef("outbox.conversation", "=", "conversations.id"),
        ),
      ),
    )
    .execute();
}

/** As many as one transaction each can take without keeping others waiting. */
const MOST_AT_ONCE = 500;

/** Whoever looks after others stays for as long as their team does: they say little, and are told every week. */
async function expirePeople(db: Kysely<Schema>, cutoff: string, at: string): Promise<void> {
  const silent = await db
    .selectFrom("records")
    .select(["person as id", "version"])
    .where("updated_at", "<", cutoff)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("members")
            .innerJoin("cohorts", "cohorts.id", "members.cohort")
            .select("members.id")
            .whereRef("members.person", "=", "records.person")
            .where("members.role", "!=", "learner")
            .where("cohorts.archived_at", "is", null),
        ),
      ),
    )
    .orderBy("updated_at")
    .limit(MOST_AT_ONCE)
    .execute();
  for (const person of silent) await committed(db, (each) => forget(each, person, { at, act: "expire" }));
}
