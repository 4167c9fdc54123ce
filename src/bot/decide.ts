/** What a turn leads to: a command, an answer to what stands open, or an offer taken up. */
import { text } from "../chat/reply.ts";
import { cleaned, LONGEST_TEXT, type Turn } from "../chat/turn.ts";
import { hear } from "../interview/answer.ts";
import { isAnswerTo, type Saying } from "../interview/choices.ts";
import type { Heard } from "../interview/hear-list.ts";
import { acknowledged, CHANGE, type Open, openById, openId } from "../interview/open.ts";
import { matchingChoices } from "../interview/reading/choice.ts";
import { said } from "../interview/words.ts";
import { asking } from "./commands/changing.ts";
import { type Command, type Outcome, saying } from "./commands/command.ts";
import { findCommand } from "./commands/commands.ts";
import { start } from "./commands/going.ts";
import { notedParts } from "./replies/answers.ts";
import { type Desk, look, type View } from "./view.ts";

export async function decide(desk: Desk, view: View, { said: saidNow }: Turn): Promise<Outcome> {
  if ("choose" in saidNow) return decideChosen(desk, view, saidNow);
  const { open, around, state } = view;
  const { says } = around.words;
  const { text: raw } = saidNow;
  if (raw.length > LONGEST_TEXT)
    return saying(text(said(says.tooLong, { length: raw.length, most: LONGEST_TEXT })));
  const typed = cleaned(raw);
  const found = open && isAnswerTo(open, typed, around) ? null : findCommand(typed, around.words);
  if (found) return unlessForgetting(view, found.command, await found.command.run(desk, view, found.rest));
  if (!state.hasStarted) return firstTurn(desk, view, { typed });
  if (!/[\p{L}\p{N}?]/u.test(typed)) return saying(text(says.empty));
  return open ? hearOpen(desk, view, open, { typed }) : hearOffer(desk, view, { typed });
}

/** The greeting comes first, and an answer to the first question that came with it is not lost. */
async function firstTurn(desk: Desk, view: View, saidNow: Saying): Promise<Outcome> {
  const started = await start.run(desk, view, "");
  const begun = await look(desk, started.events, view.around.today);
  const heard = begun.open && hear(desk.interview, begun.state, begun.open, saidNow, begun.around);
  if (!heard || "problem" in heard) return started;
  const { event, leftOut } = heard.answer;
  return {
    events: [...started.events, event],
    parts: async (after) => [
      ...(await started.parts(after)),
      ...notedParts(desk, begun, after, event.question, leftOut),
    ],
  };
}

/** Any other command than "forget me for good" means that nothing is to be forgotten. */
function unlessForgetting({ open }: View, { word }: Command, outcome: Outcome): Outcome {
  if (open?.kind !== "forget" || word === "forget" || word === "back") return outcome;
  return { ...outcome, events: [{ kind: "back" }, ...outcome.events] };
}

function decideChosen(
  desk: Desk,
  view: View,
  { choose, question }: { choose: readonly string[]; question?: string },
): Outcome | Promise<Outcome> {
  if (!view.state.hasStarted) return firstTurn(desk, view, { chosen: choose });
  const { open } = view;
  if (open && (question === undefined || openId(open) === question))
    return hearOpen(desk, view, open, { chosen: choose });
  const late = question === undefined ? null : openById(desk.interview, view.state, question);
  if (late) return hearOpen(desk, view, late, { chosen: choose });
  return open ? saying(text(view.around.words.says.late)) : hearOffer(desk, view, { chosen: choose });
}

function hearOpen(desk: Desk, view: View, open: Open, saidNow: Saying): Outcome {
  const { says } = view.around.words;
  if (open.kind === "forget") return { events: [{ kind: "back" }], parts: () => [text(says.keptAll)] };
  const heard = hear(desk.interview, view.state, open, saidNow, view.around);
  if ("problem" in heard) return saying(text(heard.problem));
  const { answer } = heard.answer.event;
  if (open.kind === "change") return asking(String(answer), says.changing);
  if (open.kind === "review" && answer === "change") return asking(CHANGE, says.changeAsked);
  if (open.kind === "check") {
    if (answer === "right")
      return { events: [acknowledged(open.problem)], parts: () => [text(says.checkNoted)] };
    return asking(open.problem.question, says.changing);
  }
  return heardOutcome(desk, view, heard.answer);
}

function heardOutcome(desk: Desk, before: View, { event, leftOut }: Heard): Outcome {
  return { events: [event], parts: (after) => notedParts(desk, before, after, event.question, leftOut) };
}

/** After advice that recommends nothing, an answer that could change it may be tapped, or told in one's own words. */
function hearOffer(desk: Desk, view: View, saidNow: Saying): Outcome {
  const offers = view.standing.chosen.row.event.params.offers ?? [];
  const labels = offers.map(({ choice, label }) => ({ id: choice, label }));
  const named = "typed" in saidNow ? matchingChoices(saidNow.typed, labels, view.around.words.doubts) : [];
  const meant = named.length === 1 ? { chosen: named.map(({ id }) => id) } : saidNow;
  const open = offers[0] ? openById(desk.interview, view.state, offers[0].question) : null;
  if (!open) return saying(text(view.around.words.says.nothingOpen));
  const heard = hear(desk.interview, view.state, open, meant, view.around);
  return "problem" in heard ? saying(text(heard.problem)) : heardOutcome(desk, view, heard.answer);
}
