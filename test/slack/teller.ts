/** Tells a story through Slack as a person would: by typing, pressing, ticking and filling in what they have before them. */
import type { Utterance } from "../../src/chat/turn.ts";
import type { SlackApp } from "./app.ts";
import { type Block, type Control, controlsOf, optionsOf } from "./workspace/block.ts";
import { pressable } from "./workspace/readable.ts";
import type { Shown, ShownView } from "./workspace/surface.ts";

/** What a person has before them, and how they say words there. */
export interface Place {
  readonly name: string;
  before(app: SlackApp, user: string): Shown | ShownView | null;
  /** False where words cannot be said there now. */
  type(app: SlackApp, user: string, words: string): Promise<boolean>;
}

const CHANNEL = "C0STAFF";

export const DIRECT: Place = {
  name: "in a direct message",
  before: ({ slack }, user) => last(slack.seen(user).filter(({ isEphemeral }) => !isEphemeral)),
  async type({ slack }, user, words) {
    await slack.say(user, words);
    return true;
  },
};

export const COMMAND: Place = {
  name: "by /signpost in a channel",
  before: ({ slack }, user) => last(slack.seen(user).filter(({ isEphemeral }) => isEphemeral)),
  async type({ slack }, user, words) {
    await slack.command(user, words, { channel: CHANNEL });
    return true;
  },
};

export const HOME: Place = {
  name: "in the App Home",
  before: ({ slack }, user) => slack.home(user),
  async type(app, user, words) {
    const { slack } = app;
    await slack.openHome(user, "home");
    await app.settled();
    const view = slack.home(user);
    const start = view && controlsOf(view.blocks).find(({ element }) => element.value === "start");
    if (start && /^start$/i.test(words)) return press(app, user, view, start.element.action_id);
    const isAsked = view && controlsOf(view.blocks).some(({ element }) => element.action_id === "write");
    if (!isAsked || words.trim() === "" || words.length > 3_000) return false;
    await slack.click(user, view, "write");
    await app.settled();
    const modal = slack.modal(user);
    if (!modal) return false;
    if (modal.blocks.some(({ element }) => (element as { type?: string })?.type === "datepicker")) {
      await slack.close(user, modal.id);
      return false;
    }
    await slack.submit(user, modal.id, { words });
    return true;
  },
};

export interface Teller {
  /** False where this cannot be said in that way, such as a file. */
  tell(said: Utterance): Promise<boolean>;
}

/** Remembers what was shown: a late click is one on a message as it stood before. */
export function tellerFor(app: SlackApp, user: string, place: Place): Teller {
  const shown: (Shown | ShownView)[] = [];
  return {
    async tell(said) {
      const now = place.before(app, user);
      if (now) shown.push(now);
      if ("text" in said) return place.type(app, user, said.text);
      if ("file" in said) return false;
      for (const each of shown.toReversed()) {
        const isTold = await ("fill" in said ? fillIn(app, user, each, said) : choose(app, user, each, said));
        if (isTold) return true;
        // Only who names the question means one of before.
        if (said.question === undefined) return false;
      }
      return false;
    },
  };
}

async function choose(
  app: SlackApp,
  user: string,
  before: Shown | ShownView,
  { choose: chosen, question }: { readonly choose: readonly string[]; readonly question?: string },
): Promise<boolean> {
  const controls = controlsOf(before.blocks).filter(
    ({ block }) => question === undefined || questionOf(block) === question,
  );
  const boxes = controls.find(({ element }) => element.action_id === "tick");
  if (boxes) {
    const labels = chosen.map((id) => labelIn(boxes, id));
    if (labels.includes(null)) return false;
    await app.slack.set(user, before, "tick", labels as string[]);
    return press(app, user, before, "send");
  }
  if (chosen.length !== 1) return false;
  const [id = ""] = chosen;
  for (const control of controls.filter(({ element }) => element.action_id.startsWith("choose"))) {
    const isButton = pressable(control.element).length > 0;
    if (isButton && control.element.value === id) return press(app, user, before, control.element.action_id);
    const label = isButton ? null : labelIn(control, id);
    if (label !== null) return press(app, user, before, label);
  }
  return false;
}

async function fillIn(
  app: SlackApp,
  user: string,
  before: Shown | ShownView,
  {
    fill,
    question,
  }: { readonly fill: Readonly<Record<string, readonly string[]>>; readonly question: string },
): Promise<boolean> {
  const opener = controlsOf(before.blocks).find(
    ({ block, element }) => element.action_id === "form" && questionOf(block) === question,
  );
  const open = app.slack.modal(user);
  if (!open && !opener) return false;
  if (!open) {
    await app.slack.click(user, before, "form");
    await app.settled();
  }
  const modal = app.slack.modal(user);
  if (!modal) return false;
  try {
    await app.slack.submit(user, modal.id, fill);
    return true;
  } catch {
    // What Slack's own form does not let anybody enter.
    await app.slack.close(user, modal.id);
    return false;
  }
}

async function press(
  { slack }: SlackApp,
  user: string,
  where: Shown | ShownView,
  find: string,
): Promise<boolean> {
  await slack.click(user, where, find);
  return true;
}

function labelIn({ element }: Control, id: string): string | null {
  return optionsOf(element).find(({ value }) => value === id)?.text.text ?? null;
}

/** A button says which question it answers. */
function questionOf({ block_id }: Block): string {
  return block_id.split("|")[3] ?? "";
}

function last<Each>(all: readonly Each[]): Each | null {
  return all.at(-1) ?? null;
}
