/** What a turn leads to: a command, an answer to what stands open, or an offer taken up. */
import { text } from "../chat/reply.ts";
import { cleaned, LONGEST_TEXT, type Turn } from "../chat/turn.ts";
import { sentenceOf } from "../facts/flaw.ts";
import { hear } from "../interview/answer.ts";
import { isAnswerTo, type Saying } from "../interview/choices.ts";
import { type Filled, hearForm } from "../interview/form.ts";
import type { Heard } from "../interview/hear-list.ts";
import { acknowledged, answeredQuestions, CHANGE, type Open, openById, openId } from "../interview/open.ts";
import type { Question } from "../interview/question.ts";
import { matchingChoices } from "../interview/reading/choice.ts";
import { inWords } from "../interview/shown.ts";
import { said } from "../interview/words.ts";
import { answering } from "./answering/ask.ts";
import { asking } from "./commands/changing.ts";
import { type Command, type Outcome, saying } from "./commands/command.ts";
import { findCommand, nearestCommand } from "./commands/commands.ts";
import { start } from "./commands/going.ts";
import { notedParts } from "./replies/answers.ts";
import { promptOf, SAY } from "./replies/prompt.ts";
import { type Desk, look, type View } from "./view.ts";

export async function decide(desk: Desk, view: View, { said: heard }: Turn): Promise<Outcome> {
  const saidNow = "choose" in heard && heard.question === SAY ? { text: heard.choose[0] ?? "" } : heard;
  if ("choose" in saidNow) return decideChosen(desk, view, saidNow);
  if ("fill" in saidNow) return decideFilled(desk, view, saidNow);
  if ("file" in saidNow) return loaded(desk, view, saidNow.file);
  const { open, around, state } = view;
  const { says } = around.words;
  const { text: raw, question } = saidNow;
  if (question !== undefined && state.hasStarted && question !== promptOf(view, desk.interview)?.question)
    return saying(text(says.late));
  if (raw.length > LONGEST_TEXT)
    return saying(text(said(says.tooLong, { length: raw.length, most: LONGEST_TEXT })));
  const typed = cleaned(raw);
  const found = open && isAnswerTo(open, typed, around) ? null : findCommand(typed, around.words);
  if (found) return unlessForgetting(view, found.command, await found.command.run(desk, view, found.rest));
  if (!state.hasStarted) {
    const first = await firstTurn(desk, view, { typed });
    // Beside the start itself.
    const isHeard = first.events.length > 1;
    return orAnswered(desk, view, typed, first, isHeard);
  }
  if (!/[\p{L}\p{N}?]/u.test(typed)) return saying(text(says.empty));
  const outcome = open ? hearOpen(desk, view, open, { typed }) : await hearOffer(desk, view, { typed });
  return orAnswered(desk, view, typed, outcome, outcome.events.length > 0);
}

/** Words that are no answer to what stands open may be a question of the person's own; some that are one may be, too. */
function orAnswered(
  { answers }: Desk,
  view: View,
  typed: string,
  outcome: Outcome,
  isHeard: boolean,
): Outcome {
  const { open, around, state } = view;
  if (isHeard && open && isAnswerTo(open, typed, around)) return outcome;
  if (isHeard && !answers.isQuestion(typed) && !answers.mayBeUrgent(typed)) return outcome;
  return answering(view, typed, { outcome, isHeard, isFirst: !state.hasStarted });
}

/** The greeting comes first, and an answer to the first question that came with it is not lost. */
async function firstTurn(desk: Desk, view: View, saidNow: Saying): Promise<Outcome> {
  const started = await start.run(desk, view, "");
  const begun = await look(desk, started.events, view.around.today, view.channel);
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
  // Any question may be asked (again) at any time, whether or not it was answered, by its id.
  if (question === CHANGE)
    return hearOpen(desk, view, { kind: "change", questions: desk.interview.questions }, { chosen: choose });
  if (open && (question === undefined || openId(open) === question))
    return hearOpen(desk, view, open, { chosen: choose });
  const late = question === undefined ? null : openById(desk.interview, view.state, question);
  if (late) return hearOpen(desk, view, late, { chosen: choose });
  return open ? saying(text(view.around.words.says.late)) : hearOffer(desk, view, { chosen: choose });
}

/** A form belongs to the list that it was shown for, whatever stands open now. */
function decideFilled(
  desk: Desk,
  view: View,
  { fill, question }: { fill: Filled; question: string },
): Outcome {
  const { open, state, around } = view;
  const meant = open && openId(open) === question ? open : openById(desk.interview, state, question);
  if (meant?.kind !== "list") return saying(text(around.words.says.late));
  const heard = hearForm(desk.interview, state, meant, fill, around);
  if ("answer" in heard) return heardOutcome(desk, view, heard.answer);
  return { ...saying(text(heard.problem)), mistakes: heard.mistakes };
}

/** How many of a file's flaws are told; the rest are counted. */
const FLAWS_SHOWN = 8;

/** The conversation begins anew from a record, or stays as it is where the file holds none. */
function loaded(desk: Desk, { around: { words } }: View, content: string): Outcome {
  const read = desk.readRecord(content);
  const { says } = words;
  if ("value" in read) {
    return { events: [{ kind: "start", record: read.value }], parts: () => [text(says.startedFrom)] };
  }
  const items = read.flaws.slice(0, FLAWS_SHOWN).map(sentenceOf);
  const count = read.flaws.length - items.length;
  const more = count > 0 ? [said(says.refusedMore, { count })] : [];
  return saying(text(says.refused), { kind: "list", items: [...items, ...more] });
}

function hearOpen(desk: Desk, view: View, open: Open, saidNow: Saying): Outcome {
  const { says } = view.around.words;
  if (open.kind === "forget") return { events: [{ kind: "back" }], parts: () => [text(says.keptAll)] };
  const heard = hear(desk.interview, view.state, open, saidNow, view.around);
  if ("problem" in heard) return notUnderstood(view, heard.problem, saidNow);
  const { answer } = heard.answer.event;
  if (open.kind === "change") {
    const isTold = answeredQuestions(desk.interview, view.state).some(({ id }) => id === answer);
    return asking(String(answer), isTold ? says.changing : null);
  }
  if (open.kind === "review" && answer === "change") return asking(CHANGE, says.changeAsked);
  if (open.kind === "check") {
    if (answer === "right")
      return { events: [acknowledged(open.problem)], parts: () => [text(says.checkNoted)] };
    return asking(open.problem.question, says.changing);
  }
  if (open.kind === "conflict") return chosenOutcome(desk, open.question, heard.answer);
  return heardOutcome(desk, view, heard.answer);
}

/** What was chosen of several answers is said back, also where it stood before. */
function chosenOutcome({ interview }: Desk, question: Question, { event }: Heard): Outcome {
  const { title } = question;
  const answer = inWords(interview, question, event.answer);
  return { events: [event], parts: () => [text(said(interview.words.says.noted, { title, answer }))] };
}

/** What is wrong with an answer, and the command that may have been meant. */
function notUnderstood({ around: { words } }: View, problem: string, saidNow: Saying): Outcome {
  const command = "typed" in saidNow ? nearestCommand(saidNow.typed, words) : null;
  return saying(text(problem), ...(command ? [text(said(words.says.meantCommand, { command }))] : []));
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
