/** A word that people type means one command, and one answer where it is given. */
import type { Words } from "../../interview/words.ts";
import type { Finding } from "../finding.ts";
import type { CheckedWords } from "./checked.ts";
import { sharedPhrases } from "./choices.ts";

/** The answers that are offered side by side. */
const TOGETHER: readonly (readonly (keyof Words["answers"])[])[] = [
  ["yes", "no"],
  ["done", "add"],
  ["right", "change"],
  ["show", "change"],
];

export function phrases({ file, words }: CheckedWords): Finding[] {
  const { commands, answers } = words;
  const typed = Object.entries(commands).map(([id, [label = "", ...also]]) => ({ id, label, also }));
  const ownId = typed.map((choice) => ({ ...choice, id: choice.label }));
  return [
    ...sharedPhrases(ownId, (_, at) => ({ file, path: `commands.${typed[at]?.id}` })),
    ...TOGETHER.flatMap((ids) =>
      sharedPhrases(
        ids.map((id) => ({ id, ...answers[id] })),
        ({ id }) => ({ file, path: `answers.${id}` }),
      ),
    ),
  ];
}
