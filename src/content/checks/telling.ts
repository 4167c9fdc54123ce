/** Questions tell facts, and facts name the question that tells them: both sides have to agree. */

import { leavesOf } from "../../facts/condition.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import { allBehind } from "./behind.ts";
import type { CheckedInterview } from "./checked.ts";

export function telling(interview: CheckedInterview): Finding[] {
  return [...unknownTold(interview), ...unknownQuestions(interview), ...unaskedFacts(interview)];
}

/** A question tells what a record can hold: told facts, or one list. */
function unknownTold({ file, questions, content: { catalogue } }: CheckedInterview): Finding[] {
  const facts = catalogue.told.map(({ id }) => id);
  const lists = catalogue.lists.map(({ id }) => id);
  return questions.flatMap(({ id, kind, tells }, at) =>
    tells.flatMap((told, place): Finding[] => {
      const path = `questions[${at}].tells[${place}]`;
      const known = kind === "list" ? lists : facts;
      if (!known.includes(told)) {
        const wrong = `"${id}" tells "${told}", and facts.json has no such ${kind === "list" ? "list" : "told fact"}`;
        return [errorAt(file, path, wrong, meant(told, known, "see told and lists in facts.json"))];
      }
      const entry = [...catalogue.told, ...catalogue.lists].find((each) => each.id === told);
      const named = questions.find((each) => each.id === entry?.question);
      if (entry?.question === id || (named && !named.tells.includes(told))) return [];
      if (entry?.question && !named) return [];
      const wrong = named
        ? `"${told}" is told by the question "${named.id}" already`
        : `facts.json does not say that "${told}" is told by "${id}"`;
      const right = named ? "let one question tell it" : `write "question": "${id}" beside it in facts.json`;
      return [errorAt(file, path, wrong, right)];
    }),
  );
}

/** A fact, a list or a problem names a question that is there and tells it. */
function unknownQuestions({ edition, questions, content }: CheckedInterview): Finding[] {
  const { catalogue, problems } = content;
  const known = questions.map(({ id }) => id);
  const named = [
    ...catalogue.told.map((told, at) => ({ ...told, file: "facts.json", path: `told[${at}].question` })),
    ...catalogue.lists.map((list, at) => ({ ...list, file: "facts.json", path: `lists[${at}].question` })),
    ...problems.rules.map(({ event }, at) => ({
      id: null,
      question: event.params.question,
      file: "problems.json",
      path: `rules[${at}].event.params.question`,
    })),
  ];
  return named.flatMap(({ id, question, file: name, path }): Finding[] => {
    if (question === undefined) return [];
    const file = `${edition.folder}/${name}`;
    const asked = questions.find((each) => each.id === question);
    if (!asked) {
      const wrong = `no question is called "${question}"`;
      return [errorAt(file, path, wrong, meant(question, known, "see conversations/interview.json"))];
    }
    if (id === null || asked.tells.includes(id)) return [];
    const wrong = `the question "${question}" does not tell "${id}"`;
    return [errorAt(file, path, wrong, `add it to what "${question}" tells, or name another question`)];
  });
}

/** A fact that rules judge and nobody is asked about stays not known for ever, unless a record came along. */
function unaskedFacts({ edition, content }: CheckedInterview): Finding[] {
  const { catalogue } = content;
  const judged = edition.conditions.flatMap(({ name, condition }) =>
    leavesOf(condition).map(({ fact }) => ({ name, behind: allBehind(catalogue, fact) })),
  );
  return catalogue.told.flatMap(({ id, question }, at) => {
    const rule = judged.find(({ behind }) => behind.has(id));
    if (question !== undefined || !rule) return [];
    const wrong = `"${rule.name}" rests on "${id}", and no question tells it`;
    const right = "add a question that tells it to conversations/interview.json, and name it here";
    return [errorAt(`${edition.folder}/facts.json`, `told[${at}]`, wrong, right)];
  });
}
