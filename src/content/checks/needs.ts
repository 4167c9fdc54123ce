/** Every question is there for something: a rule that it decides, under a topic that is there too. */
import { sourcesOf } from "../../facts/catalogue.ts";
import { leavesOf } from "../../facts/condition.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import type { CheckedEdition, CheckedInterview } from "./checked.ts";

export function needs({ file, questions, edition }: CheckedInterview): Finding[] {
  const needed = neededQuestions(edition);
  return questions.flatMap(({ id }, at) =>
    needed.has(id)
      ? []
      : [
          errorAt(
            file,
            `questions[${at}]`,
            `no requirement, row, note that asks, or problem rests on what "${id}" tells, so it is never asked`,
            "take it out, or add the rule that needs it",
          ),
        ],
  );
}

/** A note is worth a question only where it says so. */
function neededQuestions({ content, conditions }: CheckedEdition): Set<string> {
  const silent = content.notes.filter(({ event }) => !event.params.ask).map((note) => note.conditions);
  const asking = conditions.filter(({ condition }) => !silent.includes(condition));
  const facts = asking.flatMap(({ condition }) => leavesOf(condition).map(({ fact }) => fact));
  const sources = facts.flatMap((fact) => sourcesOf(content.catalogue, fact));
  return new Set(sources.map(({ question }) => question));
}

export function topics({ file, topics: all, questions }: CheckedInterview): Finding[] {
  const known = all.map(({ id }) => id);
  const unknown = questions.flatMap(({ id, topic }, at) =>
    known.includes(topic)
      ? []
      : [
          errorAt(
            file,
            `questions[${at}].topic`,
            `"${id}" belongs to the topic "${topic}", which is not there`,
            meant(topic, known, "see topics above"),
          ),
        ],
  );
  const empty = all.flatMap(({ id }, at) =>
    questions.some(({ topic }) => topic === id)
      ? []
      : [errorAt(file, `topics[${at}]`, `no question belongs to the topic "${id}"`, "take it out")],
  );
  return [...unknown, ...empty];
}
