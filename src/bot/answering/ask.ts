/** A question in the person's own words, asked outright or in the middle of something else. */

import { liveQualifications } from "../../advice/standing.ts";
import type { Answered } from "../../answers/answers.ts";
import { text } from "../../chat/reply.ts";
import { findAsked } from "../../store/questions.ts";
import { type Command, looking, type Outcome, saying } from "../commands/command.ts";
import type { Desk, View } from "../view.ts";
import { keeping } from "./keep.ts";
import { offersBelow } from "./offers.ts";
import { answeredParts } from "./said.ts";

/** Milliseconds. Who comes back later begins anew. */
const SAME_TALK = 30 * 60_000;

export const ask: Command = {
  word: "ask",
  run(desk, view, rest) {
    const { says } = desk.answers.content;
    if (rest !== "") return answering(view, rest);
    const choices = says.examples.map((question) => ({ id: question, label: question }));
    return { ...saying(text(says.how)), offers: { text: says.choose, choices } };
  },
};

/** What else the words may have been, and what it would lead to. */
export interface Otherwise {
  readonly outcome: Outcome;
  /** They were understood as an answer to what stands open. */
  readonly isHeard: boolean;
  /** Nothing was asked yet, so that a greeting is to be expected. */
  readonly isFirst: boolean;
}

/** Answers a question; or does what it says otherwise, where that is what the words mean. */
export function answering(view: View, question: string, otherwise: Otherwise | null = null): Outcome {
  return looking(async ({ room, found }) => {
    const { answers } = room.desk;
    const since = new Date(room.now().getTime() - SAME_TALK).toISOString();
    const asked = await findAsked(room.db, found.person.id, since);
    const [qualification] = liveOf(view);
    const answered = await answers.ask(question, {
      last: asked?.entry ?? null,
      qualification: qualification ?? null,
    });
    if (otherwise && !isMeant(room.desk, question, answered, otherwise)) return otherwise.outcome;
    return {
      ...saying(...(await answeredParts(room.desk, view, answered))),
      keep: keeping(answers, question, answered),
      ...offersBelow(room.desk, view, answered),
    };
  });
}

/** What fits the person, once they have told enough for it. */
function liveOf({ state, standing }: View): readonly string[] {
  return state.hasStarted && standing.chosen.open.length === 0 ? liveQualifications(standing.chosen) : [];
}

/**
 * A question is no answer, though words of one may stand in it: what begins as one never is, and what only ends as one is none where
 * something is known of it.
 */
function isMeant(
  { answers }: Desk,
  question: string,
  { band, entries }: Answered,
  { isHeard, isFirst }: Otherwise,
): boolean {
  if (entries.some(({ isUrgent }) => isUrgent)) return true;
  const begins = answers.beginsAsQuestion(question);
  if (answers.isQuestion(question)) return !isHeard || begins || entries.length > 0;
  if (isHeard || (isFirst && entries.every(({ isPrivate }) => isPrivate))) return false;
  return entries.length > 0 && (begins || band !== "choose");
}
