/** Hears what was pressed, picked or ticked in a message or on the App Home. */
import type { Prompt } from "../../chat/reply.ts";
import { faultWords, isSaidAlready } from "../post/fault.ts";
import { hashed } from "../post/hashed.ts";
import { answerForm, entryForm } from "./forms.ts";
import { hearOnce } from "./hear.ts";
import { type Mark, readBlockId, readVerb, type Verb } from "./ids.ts";
import { addressOf, type Origin, speakerOf } from "./origin.ts";
import { type Click, clickSchema, originOfClick, valuesIn } from "./read.ts";
import { shareResult } from "./sharing.ts";
import { openView, tell } from "./tell.ts";
import type { Slack } from "./world.ts";

interface Pressed {
  readonly click: Click;
  readonly origin: Origin;
  readonly mark: Mark;
  /** Of the button, or of the option that was picked. */
  readonly value: string;
  /** The same for two clicks on one drawing of a button, and for no others. */
  readonly drawing: string;
}

type Hearing = (slack: Slack, pressed: Pressed) => Promise<void>;

const HEARINGS: ReadonlyMap<Verb, Hearing> = new Map<Verb, Hearing>([
  ["choose", (slack, pressed) => choose(slack, pressed, [pressed.value])],
  // The boxes are sent by a button of their own.
  ["tick", async () => undefined],
  ["send", sendTicked],
  ["say", say],
  ["form", openForm],
  ["write", openForm],
  ["share", async (slack, { origin, value }) => slack.after(() => shareResult(slack, origin, Number(value)))],
]);

/** Whatever goes wrong is said in words where the click was made. */
export async function hearClick(slack: Slack, tenant: string, body: unknown): Promise<void> {
  const { data: click } = clickSchema.safeParse(body);
  const action = click?.actions[0];
  if (!click || !action) return slack.count("unread");
  const origin = originOfClick(click, tenant, slack.now());
  const trigger = click.trigger_id;
  const verb = readVerb(action.action_id);
  const mark = readBlockId(action.block_id);
  const hearing = verb && HEARINGS.get(verb);
  try {
    if (mark && mark.owner !== click.user.id) {
      slack.count("foreign");
      slack.after(() => tell(slack, origin, slack.words.says.foreign, trigger));
    } else if (!mark || !hearing) await hearOld(slack, click, origin, slack.words.says.old);
    else {
      const value = action.selected_option?.value ?? action.value ?? "";
      const { message_ts, view_id } = click.container;
      const { version, question } = mark;
      const drawing = [addressOf(origin.reference), message_ts ?? view_id, version, question].join("|");
      await hearing(slack, { click, origin, mark, value, drawing: `${drawing}|${action.action_id}` });
    }
  } catch (error) {
    if (isSaidAlready(error)) return;
    const words = faultWords(slack, error);
    slack.after(() => tell(slack, origin, words, trigger));
  }
}

/** What it was about is not known or not open any more, so the person is shown where they are. */
async function hearOld(slack: Slack, click: Click, origin: Origin, words: string): Promise<void> {
  slack.count("old");
  slack.after(() => tell(slack, origin, words, click.trigger_id));
  const id = `old:${click.trigger_id ?? slack.newId()}`;
  await hearOnce(slack, origin, id, { text: "resume" });
}

/** An id may stand in a log, so what was answered cannot be read from it. */
function idOf({ drawing }: Pressed, said: readonly string[]): string {
  return `click:${hashed([drawing, said])}`;
}

async function choose(slack: Slack, pressed: Pressed, chosen: readonly string[]): Promise<void> {
  const { origin, mark, click } = pressed;
  const said = { choose: chosen, question: mark.question };
  await hearOnce(slack, origin, idOf(pressed, chosen), said, click.trigger_id);
}

async function sendTicked(slack: Slack, pressed: Pressed): Promise<void> {
  const { click, origin } = pressed;
  const block = click.actions[0]?.block_id ?? "";
  const ticked = valuesIn(click.state?.values ?? {})[block] ?? [];
  if (ticked.length > 0) return choose(slack, pressed, ticked);
  slack.after(() => tell(slack, origin, slack.words.prompt.none, click.trigger_id));
}

/** Words that are about the open question, whichever it is; what was drawn for another is not about it. */
const ABOUT_OPEN = new Set(["why", "skip", "back"]);

async function say(slack: Slack, pressed: Pressed): Promise<void> {
  const { origin, value, click, mark } = pressed;
  if (ABOUT_OPEN.has(value) && (await openPrompt(slack, origin))?.question !== mark.question)
    return hearOld(slack, click, origin, slack.words.says.late);
  await hearOnce(slack, origin, idOf(pressed, [value]), { text: value }, click.trigger_id);
}

async function openPrompt(slack: Slack, { tenant, reference }: Origin): Promise<Prompt | null> {
  const { prompt } = await slack.bot.home(speakerOf(tenant, reference.user));
  return prompt;
}

/** Slack opens a form only within three seconds of the click, so nothing else is done first. */
async function openForm(slack: Slack, pressed: Pressed): Promise<void> {
  const { origin, mark, click } = pressed;
  const prompt = await openPrompt(slack, origin);
  const isEntry = readVerb(click.actions[0]?.action_id ?? "") === "form";
  const isOpen = prompt !== null && prompt.question === mark.question && (!isEntry || prompt.form.length > 0);
  if (!isOpen) return hearOld(slack, click, origin, slack.words.says.late);
  const carried = JSON.stringify({ ...origin, question: mark.question });
  const view = (isEntry ? entryForm : answerForm)(prompt, carried, slack.words);
  slack.after(async () => {
    const isOpened = await openView(slack, origin.tenant, click.trigger_id, view);
    if (!isOpened) await tell(slack, origin, slack.words.says.slow);
  });
}
