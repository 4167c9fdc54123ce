/** What to do where the clock was set back: what it put off until a time that now is far away is done now. */
import type { Kysely } from "kysely";
import { isWaiting } from "./outbox.ts";
import type { Schema } from "./schema.ts";

/** ISO times. `latest`: nothing may be due later than this, as the clock is now; `leasedUntil`: and nobody may hold it longer. */
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
  await db.updateTable("outbox").set({ due_at: now }).where(isWaiting).where("due_at", ">", latest).execute();
  await db
    .updateTable("outbox")
    .set({ leased_until: leasedUntil })
    .where(isWaiting)
    .where("leased_until", ">", leasedUntil)
    .execute();
}
