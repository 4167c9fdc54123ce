/** What a person has before them in Teams, as tests look at it. */
import type { TeamsApp } from "./app.ts";
import { actionsOf } from "./platform/action.ts";
import type { Where } from "./platform/client.ts";
import type { Entries } from "./platform/entering.ts";
import type { Shown } from "./platform/platform.ts";
import { textOf } from "./platform/readable.ts";

export const ANN = "ann";

export function newest({ teams }: TeamsApp, where?: Where, user = ANN): Shown {
  const last = teams.seen(user, where).at(-1);
  if (!last) throw new Error("Nothing is shown");
  return last;
}

/** Everything that this person still sees there. */
export function allText({ teams }: TeamsApp, where?: Where, user = ANN): string {
  return teams
    .seen(user, where)
    .map(({ activity }) => textOf(activity))
    .join("\n");
}

export function buttonsOf({ activity }: Shown): string[] {
  return actionsOf(activity).map(({ title }) => title);
}

/** Says something, and waits for what follows. */
export async function say(app: TeamsApp, words: string, where?: Where, user = ANN) {
  const sent = await app.teams.say(user, words, where);
  await calm(app);
  return sent;
}

export async function press(app: TeamsApp, find: string, inputs: Entries = {}, shown: Shown = newest(app)) {
  const sent = await app.teams.press(ANN, shown, find, inputs);
  await calm(app);
  return sent;
}

/** Everything is sent; then time goes by, so that nothing has to wait for the pace. */
export async function calm(app: TeamsApp): Promise<void> {
  await app.settled();
  app.pass(5);
  await app.settled();
}
