/** Where a person stands, beside the conversation: what was told, each requirement that counts now, and the advice. */
import type { Advice } from "../../advice/advise.ts";
import type { JudgedRule } from "../../advice/judgement.ts";
import { liveQualifications } from "../../advice/standing.ts";
import type { Verdict } from "../../advice/verdict.ts";
import type { Home } from "../../chat/home.ts";
import type { Amount, Field, Part } from "../../chat/reply.ts";
import { sourcesOf } from "../../facts/catalogue.ts";
import { answeredQuestions, CHANGE } from "../../interview/open.ts";
import type { Desk, View } from "../view.ts";
import { adviceParts, planParts, rolePart, sourceLine, verdictField } from "./advice.ts";
import { answerShown } from "./answers.ts";
import { advised } from "./marks.ts";
import { promptOf } from "./prompt.ts";
import { progressParts } from "./reply.ts";

export async function homeOf(desk: Desk, view: View): Promise<Home> {
  const { edition, interview } = desk;
  const { standing, state } = view;
  const told = answeredQuestions(interview, state).map((question) => ({
    question: question.id,
    title: question.title,
    answer: answerShown(interview, view, question),
  }));
  const words = interview.words.advice;
  const advice = await advised(desk, view);
  const live = liveQualifications(standing.chosen);
  return {
    hasStarted: state.hasStarted,
    prompt: state.hasStarted ? promptOf(view, interview) : null,
    told,
    picture: state.hasStarted ? pictureParts(desk, view, advice, live) : [],
    change: CHANGE,
    titles: Object.fromEntries(interview.questions.map(({ id, title }) => [id, title])),
    advice: adviceParts(edition, advice, live, words),
    source: sourceLine(edition, words),
  };
}

function pictureParts(desk: Desk, view: View, advice: Advice, live: readonly string[]): Part[] {
  const { edition, interview } = desk;
  const words = interview.words.advice;
  const { judgements } = view.standing;
  const shown = advice.qualifications.filter(({ id }) => live.includes(id));
  return [
    ...progressParts(view),
    ...shown.map(({ id, title, requirements }): Part => {
      const judged = judgements.requirements.get(id) ?? [];
      const items = requirements.map((verdict) => ({
        ...verdictField(verdict, words),
        ...settledBy(desk, verdict, judged),
      }));
      return { kind: "fields", title, items };
    }),
    roleWithQuestions(desk, advice, judgements.role),
    ...shown.flatMap((each) => planParts(edition, each, words)),
  ];
}

function roleWithQuestions(desk: Desk, advice: Advice, judged: readonly JudgedRule[]): Part {
  const part = rolePart(advice, desk.interview.words.advice);
  if (part.kind !== "fields") return part;
  const items = part.items.map((field, place) => {
    const verdict = advice.role[place];
    return verdict ? { ...field, ...settledBy(desk, verdict, judged) } : field;
  });
  return { ...part, items };
}

/** The question whose answer settles a requirement, and how far it is where more of the same would do. */
function settledBy(
  { edition }: Desk,
  verdict: Verdict,
  judged: readonly JudgedRule[],
): Pick<Field, "question" | "amount"> {
  const measure = judged.find(({ rule }) => rule.name === verdict.id)?.judgement.measure;
  if (!measure) return {};
  const question = sourcesOf(edition.catalogue, measure.fact)[0]?.question;
  const amount = measure.operator === "greaterThanInclusive" ? amountOf(verdict) : null;
  return { ...(question ? { question } : {}), ...(amount ? { amount } : {}) };
}

function amountOf({ actual, required, unit, status }: Verdict): Amount | null {
  if (typeof actual !== "number" || typeof required !== "number" || unit === null) return null;
  return status === "not-applicable" ? null : { done: actual, of: required, unit };
}
