/** Reads another answer to a question: "my maths was level 2", "I was not leading", "I had a mentor". */
import { wordsLeft } from "./found.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import type { Choice, Question } from "./question.ts";
import { findChoices, phrasesOf } from "./reading/choice.ts";
import { hasPhrase, plain, without } from "./reading/phrase.ts";
import { type Clause, type Supposable, type Supposed, type Supposition, supposing } from "./supposed.ts";
import { said } from "./words.ts";

/** Several questions where one choice is said of all: "level 2 in English and maths". */
export function readAnswers({ typed }: Clause, scope: Supposable): Understood<Supposition> | null {
  const text = plain(typed);
  const around = supposing(scope);
  const asked = scope.interview.questions.flatMap((question) => {
    const about = question.kind === "list" ? null : aboutIn(text, question);
    return about ? [about] : [];
  });
  const alone = asked.flatMap((about) => chosen(about, about.left, around) ?? []);
  const most = Math.max(...alone.map(({ length }) => length));
  const best = alone.filter(({ length }) => length === most);
  if (best.length > 0) return { answer: best.map(({ supposed }) => supposed) };
  const named = asked.filter(({ name }) => name !== "");
  const bare = named.reduce((left, { name }) => without(left, name), text);
  const together = named.map((about) => chosen(about, bare, around));
  const all = together.flatMap((each) => (each ? [each.supposed] : []));
  if (all.length > 1 && all.length === named.length) return { answer: all };
  const tried = asked.find(({ question, left }) => question.suppose?.note && isTried(left, question));
  if (!tried) return null;
  return {
    problem: `${said(around.words.whatIf.notRead, { words: typed })} ${tried.question.suppose?.note}`,
  };
}

/** A question that the text may be about. */
interface About {
  readonly question: Question;
  /** The words that name it; empty where its answers speak for themselves. */
  readonly name: string;
  /** The text without them. */
  readonly left: string;
}

function aboutIn(text: string, question: Question): About | null {
  const { suppose } = question;
  if (!suppose) return null;
  if (!suppose.names) return { question, name: "", left: text };
  const names = suppose.names.map(plain).filter((name) => hasPhrase(text, name));
  const name = names.sort((a, b) => b.length - a.length)[0];
  return name === undefined ? null : { question, name, left: without(text, name) };
}

interface Chosen {
  readonly supposed: Supposed;
  /** Of the words it was read from: the more they say, the surer it is. */
  readonly length: number;
}

/** null where no choice is said, or two are, or where any words are left over. */
function chosen({ question, name }: About, text: string, around: Surroundings): Chosen | null {
  const { negations } = around.words.whatIf.typed;
  const choices = choicesIn(question);
  const found = findChoices(text, [...choices.keys()]);
  const bare = wordsLeft(text, around);
  // "maths 2": a figure names a choice only where it is the whole of the answer.
  const figure = /^\d+$/.test(bare)
    ? [...choices.keys()].filter((each) => phrasesOf(each).includes(bare))
    : [];
  const named = figure.length > 0 ? figure : found.found.map(({ choice }) => choice);
  const ids = [...new Set(named.map((choice) => choices.get(choice)?.id ?? ""))];
  const left = figure.length > 0 ? "" : wordsLeft(found.left, around);
  const [id, ...others] = ids;
  if (id === undefined || (others.length > 0 && question.kind !== "many")) return null;
  const isTurned = question.kind === "yes-no" && negations.some((each) => plain(each) === left);
  if (left !== "" && !isTurned) return null;
  const isOwn = named.some((choice) => choices.get(choice)?.isOwn);
  const note = isOwn ? null : (question.suppose?.note ?? null);
  const length = name.length + found.found.reduce((sum, { phrase }) => sum + phrase.length, 0);
  const answer =
    question.kind === "many" ? ids : question.kind === "yes-no" ? (id === "yes") !== isTurned : id;
  return { supposed: { kind: "answer", question: question.id, answer, note }, length };
}

interface Meant {
  readonly id: string;
  readonly isOwn: boolean;
}

/** Own choices only where the question is named: "part", "some" and "yes" may mean anything else. */
function choicesIn({ choices = [], suppose }: Question): Map<Choice, Meant> {
  const own = suppose?.names
    ? choices.map((choice) => [choice, { id: choice.id, isOwn: true }] as const)
    : [];
  const more = Object.entries(suppose?.choices ?? {}).map(
    ([id, also]) =>
      [
        { id: "", label: "", also },
        { id, isOwn: false },
      ] as const,
  );
  return new Map<Choice, Meant>([...own, ...more]);
}

/** An answer was said, but not one that can be told from others: "GCSE grade 3". */
function isTried(left: string, question: Question): boolean {
  return /\d/.test(left) || findChoices(left, [...choicesIn(question).keys()]).found.length > 0;
}
