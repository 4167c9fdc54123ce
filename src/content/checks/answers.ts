/** Every answer that a question can be given fits the fact that it tells. */
import type { Question } from "../../interview/question.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import type { CheckedInterview } from "./checked.ts";
import { fieldsOf } from "./fields.ts";
import { misfit, type Typed, typeInWords } from "./value.ts";

/** The types of fact that a kind of question can tell. A choice may set anything. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  "yes-no": ["boolean"],
  many: ["many"],
  number: ["number", "level"],
  hours: ["number"],
  minutes: ["number"],
  date: ["date"],
  text: ["text"],
};

export function answers(interview: CheckedInterview): Finding[] {
  const { file, questions, content } = interview;
  const { told, lists } = content.catalogue;
  return questions.flatMap((question, at) => {
    const path = `questions[${at}]`;
    if (question.kind !== "list")
      return [...noteFlaw(interview, question, path), ...questionFlaws(file, question, path, told)];
    const list = lists.find(({ id }) => id === question.tells[0]);
    if (!list) return [];
    const fields = fieldsOf(content, list);
    return (question.fields ?? []).flatMap((asked, place) => {
      const field = fields.find(({ id }) => id === asked.id);
      if (!field) return [];
      const own = `${path}.fields[${place}]`;
      const given = (asked.choicesFrom ? [] : (asked.choices ?? [])).map(
        (choice) => choice.value ?? choice.id,
      );
      return [
        ...kindFlaw(file, own, asked.kind, field),
        ...given.flatMap((value, each) => valueFlaw(file, `${own}.choices[${each}]`, field, value)),
        ...(asked.default === undefined ? [] : valueFlaw(file, `${own}.default`, field, asked.default)),
      ];
    });
  });
}

function questionFlaws(file: string, question: Question, path: string, told: readonly Typed[]): Finding[] {
  const { kind, choices = [], tells } = question;
  const first = told.find(({ id }) => id === tells[0]);
  if (!first) return [];
  if (kind === "choice")
    return choices.flatMap(({ id, sets }, at) =>
      sets === undefined
        ? valueFlaw(file, `${path}.choices[${at}].id`, first, id)
        : Object.entries(sets).flatMap(([fact, value]) =>
            setFlaw(file, `${path}.choices[${at}].sets.${fact}`, { fact, value }, tells, told),
          ),
    );
  const given = kind === "many" ? choices : [];
  return [
    ...kindFlaw(file, path, kind, first),
    ...given.flatMap(({ id }, at) => valueFlaw(file, `${path}.choices[${at}].id`, first, id)),
  ];
}

/** What a choice sets is named in `tells` too, so that another answer can take it back. */
function setFlaw(
  file: string,
  path: string,
  { fact, value }: { fact: string; value: unknown },
  tells: readonly string[],
  told: readonly Typed[],
): Finding[] {
  if (!tells.includes(fact)) {
    const wrong = `this choice sets "${fact}", which the question does not tell`;
    return [errorAt(file, path, wrong, meant(fact, tells, `add it to "tells"`))];
  }
  const typed = told.find(({ id }) => id === fact);
  return !typed || value === null ? [] : [value].flat().flatMap((each) => valueFlaw(file, path, typed, each));
}

function kindFlaw(file: string, path: string, kind: string, { id, type }: Typed): Finding[] {
  if (TYPES[kind]?.includes(type) ?? true) return [];
  const wrong = `a question of kind "${kind}" cannot tell "${id}", which is ${typeInWords(type)}`;
  const fitting = Object.keys(TYPES).filter((each) => TYPES[each]?.includes(type));
  return [errorAt(file, `${path}.kind`, wrong, `write ${[...fitting, "choice"].join(" or ")}`)];
}

function valueFlaw(file: string, path: string, typed: Typed, value: unknown): Finding[] {
  const flaw = misfit(typed, value);
  return flaw ? [errorAt(file, path, flaw.wrong, flaw.right)] : [];
}

/** What was typed beside a choice is kept as a text. */
function noteFlaw({ file, content }: CheckedInterview, { note }: Question, path: string): Finding[] {
  if (note === undefined) return [];
  const texts = content.catalogue.told.filter(({ type }) => type === "text").map(({ id }) => id);
  if (texts.includes(note)) return [];
  const wrong = `"${note}" is no told fact of type text`;
  return [errorAt(file, `${path}.note`, wrong, meant(note, texts, "add it to told in facts.json"))];
}
