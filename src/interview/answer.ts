/** Reads what a person said to what stands open: an event to keep, or words for what was not understood. */
import { choicesOf, readChoices, type Saying } from "./choices.ts";
import { type Heard, hearList, listed } from "./hear-list.ts";
import type { Interview } from "./interview.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import { withField } from "./list.ts";
import type { LoggedAnswer, Said, State } from "./log.ts";
import { acknowledged, type Open, openId } from "./open.ts";
import type { Question } from "./question.ts";
import { phrasesOf } from "./reading/choice.ts";
import { plain } from "./reading/phrase.ts";
import { listTold } from "./told.ts";

export function hear(
  interview: Interview,
  state: State,
  open: Open,
  saying: Saying,
  around: Surroundings,
): Understood<Heard> {
  switch (open.kind) {
    case "question":
      return hearQuestion(open.question, saying, around);
    case "list":
      return hearList(interview, state, open, saying, around);
    default: {
      const read = readChoices(saying, { kind: "choice", choices: choicesOf(open, around) }, around);
      if ("problem" in read) return read;
      const chosen = open.kind === "conflict" && open.options.find(({ id }) => id === read.answer);
      return chosen ? heard(open.question.id, chosen.answer) : heard(openId(open), read.answer as string);
    }
  }
}

/** "Not sure", or skipped: the fact stays not known, a problem and an answer that stands stay as they are. Single fields of an entry can be skipped. */
export function unsure(interview: Interview, state: State, open: Open): Said {
  if (open.kind === "check") return acknowledged(open.problem);
  if (open.kind === "conflict") return { kind: "answer", question: open.question.id, answer: standing(open) };
  if (open.kind !== "list") return { kind: "answer", question: openId(open), answer: null };
  const { question, waiting } = open;
  const told = listTold(interview, state, question);
  if (waiting.kind === "first" || !told) return { kind: "answer", question: question.id, answer: null };
  if (waiting.kind === "more") return listed(question, { ...told, isComplete: true });
  return listed(question, withField(told, waiting.at, waiting.field.id, null));
}

/** The answer that holds until another is chosen. */
function standing({ options }: Extract<Open, { kind: "conflict" }>): LoggedAnswer {
  return options[0]?.answer ?? null;
}

function hearQuestion(question: Question, saying: Saying, around: Surroundings): Understood<Heard> {
  const read = readChoices(saying, question, around);
  if ("problem" in read) return read;
  const isNoted = question.note !== undefined && "typed" in saying && typeof read.answer === "string";
  const choice = question.choices?.find(({ id }) => id === read.answer);
  const isPlainChoice =
    choice &&
    "typed" in saying &&
    (phrasesOf(choice).includes(plain(saying.typed)) || /^\s*\d\s*$/.test(saying.typed));
  if (isNoted && !isPlainChoice)
    return heard(question.id, { choice: String(read.answer), typed: saying.typed.slice(0, 300) });
  return heard(question.id, read.answer as LoggedAnswer);
}

function heard(question: string, answer: LoggedAnswer): Understood<Heard> {
  return { answer: { event: { kind: "answer", question, answer }, leftOut: "" } };
}
