/** What a person has before them in Slack, as tests look at it. */
import type { SlackApp } from "./app.ts";
import { buttonsOf, textOf } from "./workspace/readable.ts";
import type { Shown } from "./workspace/surface.ts";

export const ANN = "U0ANN";
export const STAFF = "C0STAFF";

/** The newest of the direct messages. */
export function newest({ slack }: SlackApp, user = ANN): Shown {
  return present(slack.seen(user).filter(({ isEphemeral }) => !isEphemeral));
}

/** The newest of what only this person sees. */
export function whispered({ slack }: SlackApp, user = ANN): Shown {
  return present(slack.seen(user).filter(({ isEphemeral }) => isEphemeral));
}

function present(shown: readonly Shown[]): Shown {
  const last = shown.at(-1);
  if (!last) throw new Error("Nothing is shown");
  return last;
}

/** Everything that this person was ever shown and still sees. */
export function allText({ slack }: SlackApp, user = ANN): string {
  return slack.seen(user).map(textOf).join("\n");
}

export function hasButtons(shown: Shown): boolean {
  return buttonsOf(shown).length > 0;
}

/** Says something in the direct message, and waits for what follows. */
export async function say(app: SlackApp, words: string, user = ANN) {
  const sent = await app.slack.say(user, words);
  await calm(app);
  return sent;
}

export async function click(app: SlackApp, find: string, where: Shown = newest(app), user = ANN) {
  const sent = await app.slack.click(user, where, find);
  await calm(app);
  return sent;
}

/** Everything is sent; then time goes by, so that nothing has to wait for Slack's pace. */
export async function calm(app: SlackApp): Promise<void> {
  await app.settled();
  app.pass(5);
  await app.settled();
}
