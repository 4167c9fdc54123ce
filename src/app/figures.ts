/** What is known only by asking, at the moment when somebody reads the figures. */
import type { Clock } from "../jobs/clock.ts";
import type { Metrics } from "../metrics.ts";
import { findBacklog } from "../store/backlog.ts";
import type { House } from "./house.ts";
import type { Published } from "./published.ts";

/** `names`: of the channels. */
export function watchOutbox(
  { gauge }: Metrics,
  db: House["db"],
  names: readonly string[],
  clock: Clock,
): void {
  gauge("signpost_outbox_depth", "Replies that wait to be delivered", async () => {
    const { depth } = await findBacklog(db, names);
    return depth;
  });
  gauge("signpost_outbox_age_seconds", "How long the oldest of them has waited", async () => {
    const { oldest } = await findBacklog(db, names);
    return oldest === null ? 0 : (clock.now().getTime() - Date.parse(oldest)) / 1_000;
  });
}

export function watchContent({ gauge }: Metrics, published: Published): void {
  gauge("signpost_content_number", "The number of the rules and words in use", async () => published.number);
  gauge("signpost_content_refused", "1 where changed rules or words were refused", async () =>
    published.isRefusing ? 1 : 0,
  );
}
