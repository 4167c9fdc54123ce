/** Tells a story through Teams as a person would: by typing, pressing, ticking and filling in what they have before them. */
import type { Utterance } from "../../src/chat/turn.ts";
import type { TeamsApp } from "./app.ts";
import { type Action, actionsOf, inputsOf } from "./platform/action.ts";
import type { Where } from "./platform/client.ts";
import type { Shown } from "./platform/platform.ts";

/** Where words are said. Cards always stand in the person's own chat, so they have the app. */
export interface Place {
  readonly name: string;
  /** Gives where to speak; null for the person's own chat. */
  open(app: TeamsApp, user: string): Where | null;
}

export const OWN: Place = { name: "in one's own chat", open: () => null };

export const PHONE: Place = {
  name: "on a phone",
  open({ teams }, user) {
    teams.phone(user);
    return null;
  },
};

export const GROUP: Place = {
  name: "in a group chat",
  open({ teams }, user) {
    teams.personal(user);
    return teams.group("Support", [user, "another"]);
  },
};

export const CHANNEL: Place = {
  name: "in a channel",
  open({ teams }, user) {
    teams.personal(user);
    return teams.channel("Support", "Trainees", [user, "another"]);
  },
};

export interface Teller {
  /** False where this cannot be said in that way, such as a file. */
  tell(said: Utterance): Promise<boolean>;
}

interface Marked {
  readonly verb?: string;
  readonly question?: string;
  readonly value?: string;
}

/** Remembers which cards were shown: a late press is one on a card that stands there still. */
export function tellerFor(app: TeamsApp, user: string, place: Place): Teller {
  const where = place.open(app, user) ?? undefined;
  const { teams } = app;
  return {
    async tell(said) {
      if ("text" in said) {
        // Help is answered where it is asked for, with nothing of the person in it.
        await teams.say(user, said.text, said.text === "help" ? undefined : where);
        return true;
      }
      if ("file" in said) return false;
      for (const shown of teams.seen(user).toReversed()) {
        const isTold = await ("fill" in said
          ? fillIn(app, user, shown, said)
          : choose(app, user, shown, said));
        if (isTold) return true;
        // Only who names the question means one of before.
        if (said.question === undefined) return false;
      }
      return false;
    },
  };
}

async function choose(
  app: TeamsApp,
  user: string,
  shown: Shown,
  { choose: chosen, question }: { readonly choose: readonly string[]; readonly question?: string },
): Promise<boolean> {
  const actions = actionsOf(shown.activity).filter(
    (action) => question === undefined || marked(action).question === question,
  );
  const [only = ""] = chosen;
  const button = actions.find((action) => marked(action).verb === "choose" && marked(action).value === only);
  if (button && chosen.length === 1) return press(app, user, shown, button, {});
  const sender = actions.find((action) => marked(action).verb === "answer");
  const [input] = inputsOf(shown.activity).filter(({ kind }) => kind === "ChoiceSet");
  const isThere = chosen.every((id) => input?.choices.some(({ value }) => value === id));
  if (!sender || !input || !isThere || chosen.length === 0) return false;
  return press(app, user, shown, sender, { [input.id]: chosen.length === 1 ? only : chosen });
}

async function fillIn(
  app: TeamsApp,
  user: string,
  shown: Shown,
  {
    fill,
    question,
  }: { readonly fill: Readonly<Record<string, readonly string[]>>; readonly question: string },
): Promise<boolean> {
  const find = (verb: string, { activity }: Shown) =>
    actionsOf(activity).find(
      (action) => marked(action).verb === verb && marked(action).question === question,
    );
  const opener = find("form", shown);
  if (opener) {
    await press(app, user, shown, opener, {});
    await app.settled();
  }
  const form = app.teams.seen(user).find(({ id }) => id === shown.id) ?? shown;
  const sender = find("fill", form);
  if (!sender) return false;
  const entries = Object.entries(fill).map(
    ([id, value]) => [id, value.length === 1 ? value[0] : value] as const,
  );
  const given = entries.filter(([, value]) => value !== undefined && value.length > 0);
  return press(app, user, form, sender, Object.fromEntries(given) as Record<string, string | string[]>);
}

/** False where Teams' own client does not let anybody enter it. */
async function press(
  { teams }: TeamsApp,
  user: string,
  shown: Shown,
  { verb, title }: Action,
  inputs: Record<string, string | readonly string[]>,
): Promise<boolean> {
  try {
    await teams.press(user, shown, title || { verb: verb ?? "" }, inputs as never);
    return true;
  } catch (error) {
    if (/refuse|required|needed/i.test(String(error))) return false;
    throw error;
  }
}

/** What we gave the button to carry. */
function marked({ data }: Action): Marked {
  return (data as { signpost?: Marked }).signpost ?? {};
}
