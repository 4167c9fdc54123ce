/** What to do where the clock was set back: what it put off until a time that now is far away is done now. */
import type { Kysely } from "kysely";
import { isWaiting } from "./outbox.ts";
import type { Schema } from "./schema.ts";

/** ISO times. `latest`: nothing is due later than this, as the clock is now; `leasedUntil`: and nobody may hold it longer. */
export interface Corrected {
  readonly now: string;
  readonly latest: string;
  readonly leasedUntil: string;
}

/** A letter that somebody has in hand stays in it, lest it is sent twice. */
export async function correctTimes(
  db: Kysely<Schema>,
  { now, latest, leasedUntil }: Corrected,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ due_at: now })
    .where(isWaiting)
    .where(({ or, eb }) => or([eb("due_at", ">", latest), eb("created_at", ">", now)]))
    .execute();
  await db
    .updateTable("outbox")
    .set({ leased_until: leasedUntil })
    .where(isWaiting)
    .where("leased_until", ">", leasedUntil)
    .execute();
}
