/** Hears forms that were sent: an entry of a list, an answer in one's own words, a question. */
import type { Reply } from "../../chat/reply.ts";
import { faultWords, wordsOf } from "../post/fault.ts";
import { hashed } from "../post/hashed.ts";
import { FORMS, type Form, ONLY } from "./forms.ts";
import { hear } from "./hear.ts";
import { speakerOf } from "./origin.ts";
import { type Carried, readCarried, type Submission, submissionSchema, valuesIn } from "./read.ts";
import type { Slack } from "./world.ts";

/** What is wrong, by block; the form stays open. null closes it. */
export type Errors = Readonly<Record<string, string>> | null;

interface Sent {
  readonly carried: Carried;
  readonly filled: Readonly<Record<string, string[]>>;
  /** The same where the same was sent twice. */
  readonly id: string;
}

type Hearing = (slack: Slack, sent: Sent) => Promise<Errors | string>;

const HEARINGS: Readonly<Record<Form, Hearing>> = { fill: hearEntry, write: hearAnswer, ask: hearQuestion };

/** A form that was for somebody else, or from before an upgrade, says so and changes nothing. */
export async function hearSubmission(slack: Slack, tenant: string, body: unknown): Promise<Errors> {
  const { data } = submissionSchema.safeParse(body);
  if (!data) {
    slack.count("unread");
    return null;
  }
  const { view, user } = data;
  const first = view.blocks.find(({ type }) => type === "input")?.block_id ?? ONLY;
  const form = FORMS.find((each) => each === view.callback_id);
  const carried = readCarried(view.private_metadata);
  if (!form || !carried || carried.tenant !== tenant || carried.reference.user !== user.id) {
    slack.count("old");
    return { [first]: slack.words.form.late };
  }
  const filled = valuesIn(view.state.values);
  try {
    const errors = await HEARINGS[form](slack, { carried, filled, id: idOf(view) });
    return typeof errors === "string" ? { [first]: errors } : errors;
  } catch (error) {
    return { [first]: faultWords(slack, error) };
  }
}

function idOf({ id, state }: Submission["view"]): string {
  return `form:${id}:${hashed(state.values)}`;
}

async function hearEntry(slack: Slack, { carried, filled, id }: Sent): Promise<Errors | string> {
  const { reply } = await hear(slack, carried, id, { fill: filled, question: carried.question });
  return reply.mistakes ? mistakesIn(reply, filled) : null;
}

/** Mistakes that belong to no input are said at the first. */
function mistakesIn(reply: Reply, filled: Sent["filled"]): Errors | string {
  const known = Object.entries(reply.mistakes ?? {}).filter(([input]) => input in filled);
  return known.length > 0 ? Object.fromEntries(known) : wordsOf({ ...reply, parts: reply.parts.slice(0, 1) });
}

/** Typed words carry no question, so they are only heard while theirs is open. */
async function hearAnswer(slack: Slack, { carried, filled, id }: Sent): Promise<Errors | string> {
  const { tenant, reference, question } = carried;
  // Sent a second time, it finds its own question answered.
  const what = `${tenant} ${id}`;
  if (slack.done.has(what)) return null;
  const { prompt } = await slack.bot.home(speakerOf(tenant, reference.user));
  if (prompt?.question !== question) return slack.words.form.late;
  await hear(slack, carried, id, { text: textIn(filled) });
  slack.done.add(what);
  return null;
}

async function hearQuestion(slack: Slack, { carried, filled, id }: Sent): Promise<Errors> {
  await hear(slack, carried, id, { text: `ask ${textIn(filled)}` });
  return null;
}

function textIn(filled: Sent["filled"]): string {
  return (filled[ONLY] ?? []).join(" ").trim();
}
