/** The answers name what is there: places, requirements, qualifications and each other; and no two claim a phrasing. */
import type { Cite } from "../../advice/unit.ts";
import type { AnswersContent } from "../../answers/entry.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";
import { misplaced } from "./citations.ts";
import { requirementNames } from "./rules.ts";

export interface CheckedAnswers {
  /** Below the root: `conversations/answers.json` */
  readonly file: string;
  readonly answers: AnswersContent;
  readonly edition: CheckedEdition;
}

/** Every name in the answers is one that is known. */
export function answerNames({ file, answers, edition }: CheckedAnswers): Finding[] {
  const { entries, others } = answers;
  const { head } = edition.content;
  const ids = entries.map(({ id }) => id);
  const qualifications = head.qualifications.map(({ id }) => id);
  const requirements = requirementNames(edition.content);
  const unknown = (path: string, kind: string, name: string, known: readonly string[]) =>
    known.includes(name)
      ? []
      : [
          errorAt(
            file,
            path,
            `there is no ${kind} "${name}"`,
            meant(name, known, "mend the name, or take it out"),
          ),
        ];
  return [
    ...others.flatMap(({ qualification }, at) =>
      unknown(`others[${at}].qualification`, "qualification", qualification, qualifications),
    ),
    ...entries.flatMap(({ id, next = [], requirements: concerned = [], qualification, cites }, at) => {
      const path = `entries[${at}]`;
      return [
        ...(ids.indexOf(id) === at
          ? []
          : [errorAt(file, `${path}.id`, `"${id}" is there twice`, "rename one")]),
        ...next.flatMap((name, place) => unknown(`${path}.next[${place}]`, "entry", name, ids)),
        ...concerned.flatMap((name, place) =>
          unknown(`${path}.requirements[${place}]`, "requirement", name, requirements),
        ),
        ...(qualification === undefined
          ? []
          : unknown(`${path}.qualification`, "qualification", qualification, qualifications)),
        ...cites.flatMap((cite: Cite, place) => misplaced(file, `${path}.cites[${place}]`, cite, head)),
      ];
    }),
  ];
}

/** What is not silent has a place, and what is for one qualification has a topic. */
export function answerPlaces({ file, answers }: CheckedAnswers): Finding[] {
  return answers.entries.flatMap(({ cites, silent, topic, qualification }, at) => [
    ...(cites.length > 0 || silent
      ? []
      : [
          errorAt(
            file,
            `entries[${at}].cites`,
            "the answer names no place in the source",
            "name one, or say that the source is silent",
          ),
        ]),
    ...((topic === undefined) === (qualification === undefined)
      ? []
      : [
          errorAt(
            file,
            `entries[${at}]`,
            "a topic and its qualification belong together",
            "give both or none",
          ),
        ]),
  ]);
}

/** A phrasing that two entries claim tells neither from the other. */
export function phrasingsOnce({ file, answers }: CheckedAnswers): Finding[] {
  const claimed = new Map<string, string>();
  return answers.entries.flatMap(({ id, phrasings }, at) =>
    phrasings.flatMap((phrasing, place) => {
      const plain = phrasing
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
      const other = claimed.get(plain);
      claimed.set(plain, id);
      if (other === undefined) return [];
      const path = `entries[${at}].phrasings[${place}]`;
      const where = other === id ? "here" : `in "${other}"`;
      return [errorAt(file, path, `"${phrasing}" stands ${where} already`, "keep it in one place")];
    }),
  );
}
