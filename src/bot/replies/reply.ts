/** The reply to a turn: what it led to, what is new because of it, and what stands open next. */
import { type Part, type Reply, text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import type { Outcome } from "../commands/command.ts";
import type { Desk, View } from "../view.ts";
import { adviceOnView } from "./advice-on-view.ts";
import { reviewParts } from "./answers.ts";
import { offering, promptOf } from "./prompt.ts";

export async function replyOf(desk: Desk, before: View, after: View, outcome: Outcome): Promise<Reply> {
  const parts: Part[] = [...(await outcome.parts(after))];
  const isPrivate = outcome.isPrivate ? { isPrivate: outcome.isPrivate } : {};
  if (outcome.offers) return { parts, prompt: offering(outcome.offers), ...isPrivate };
  if (outcome.isQuiet)
    return { parts, prompt: null, ...isPrivate, ...(outcome.isFarewell ? { isFarewell: true } : {}) };
  if (outcome.events.length > 0) parts.push(...(await newsParts(desk, before, after)));
  if (after.open && after.state.hasStarted && outcome.events.length > 0) parts.push(...progressParts(after));
  return {
    parts,
    prompt: after.state.hasStarted ? promptOf(after, desk.interview) : null,
    ...isPrivate,
    ...(outcome.mistakes ? { mistakes: outcome.mistakes } : {}),
    ...(outcome.isForm ? { isForm: true } : {}),
  };
}

/** How much of what counts is settled; nothing while nothing is. */
export function progressParts({ progress: { done, of }, around }: View): Part[] {
  if (of === 0 || done === 0) return [];
  return [{ kind: "progress", done, of, text: said(around.words.says.progress, { done, of }) }];
}

/** What an answer brought about: the recommendation is clear, everything is told, or the advice is ready. */
async function newsParts(desk: Desk, before: View, after: View): Promise<Part[]> {
  if (after.open === null) return adviceOnView(desk, after);
  if (after.open.kind === "review" && before.open?.kind !== "review") return reviewParts(desk, after);
  const { row, open } = after.standing.chosen;
  const isNews =
    open.length === 0 && before.standing.chosen.open.length > 0 && row.event.params.recommended.length > 0;
  return isNews ? [text(said(after.around.words.says.soFar, { why: row.event.params.why }))] : [];
}
