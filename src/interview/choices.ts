/** The choices that stand beside what is open, and how one is read, tapped or typed. */
import { type Answer, type Asked, kindOf, type Surroundings, type Understood } from "./kinds.ts";
import type { Open } from "./open.ts";
import type { Choice, FieldQuestion, Question } from "./question.ts";
import { phrasesOf } from "./reading/choice.ts";
import { plain } from "./reading/phrase.ts";

/** `chosen` are ids of choices that were tapped; otherwise `typed` is read. */
export type Saying = { readonly typed: string } | { readonly chosen: readonly string[] };

/** The choices that a prompt shows. */
export function choicesOf(open: Open, { words, offers }: Surroundings): readonly Choice[] {
  const { answers } = words;
  switch (open.kind) {
    case "question":
      return kindOf(open.question).choices(open.question, words);
    case "list": {
      const { waiting, question } = open;
      if (waiting.kind === "field") return kindOf(waiting.field).choices(waiting.field, words).filter(offers);
      if (waiting.kind === "first") return [...offered(question, offers), { id: "none", ...answers.none }];
      return [
        { id: "done", ...answers.done },
        { id: "add", ...answers.add },
      ];
    }
    case "check":
      return [
        { id: "change", ...answers.change },
        { id: "right", ...answers.right },
      ];
    case "review":
      return [
        { id: "right", ...answers.show },
        { id: "change", ...answers.change },
      ];
    case "conflict":
      return open.options;
    case "change":
      return open.questions.map(({ id, title, log = [] }) => ({ id, label: title, also: [...log] }));
    case "forget":
      return [];
  }
}

/** Is this, word for word, one of the answers that stand open? Then it is no command, though it may sound like one. */
export function isAnswerTo(open: Open, typed: string, around: Surroundings): boolean {
  const text = plain(typed);
  return choicesOf(open, around).some((choice) => phrasesOf(choice).includes(text));
}

/** The names that a list's entries can have and that are shown now. */
export function offered(question: Question, offers: Surroundings["offers"]): readonly Choice[] {
  return (namingField(question)?.choices ?? []).filter(offers);
}

/** The field whose choices name whole entries, such as the unit of a unit list. */
export function namingField(question: Question): FieldQuestion | undefined {
  return question.fields?.find((field) => field.choices?.some((choice) => choice.entries));
}

/** Reads an answer to anything that has a kind. */
export function readChoices(saying: Saying, asked: Asked, around: Surroundings): Understood<Answer> {
  const kind = kindOf(asked);
  if ("typed" in saying) return kind.read(saying.typed, asked, around);
  const known = kind.choices(asked, around.words);
  // A kind without choices, such as hours, may still be answered by a button whose id is the answer.
  if (known.length === 0) return kind.read(saying.chosen.join(" "), asked, around);
  const chosen = saying.chosen.filter((id) => known.some((choice) => choice.id === id));
  if (chosen.length === 0) return kind.read("", asked, around);
  if (asked.kind === "many") return { answer: chosen };
  if (asked.kind === "yes-no") return { answer: chosen[0] === "yes" };
  return chosen.length === 1 ? { answer: chosen[0] as string } : kind.read(chosen.join(" "), asked, around);
}
