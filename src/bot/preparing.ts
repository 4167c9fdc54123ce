/** What is slow the first time is done before somebody waits for it, a little at a time, so that others are heard in between. */
import { inSteps } from "../answers/in-steps.ts";
import { prepareDates } from "../interview/reading/date.ts";
import type { Desk } from "./view.ts";

/** Resolves when questions and dates are read as quickly as they ever will be. */
export async function prepare({ answers }: Pick<Desk, "answers">): Promise<void> {
  await answers.ready();
  await inSteps(prepareDates());
}
