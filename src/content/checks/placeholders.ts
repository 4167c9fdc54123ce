/** A {placeholder} that nothing fills stops an answer on its way to a person, or is read by them as it stands. */
import { placeholdersOf } from "../../facts/template.ts";
import type { Finding } from "../finding.ts";
import { errorAt, meant } from "../finding.ts";
import type { CheckedEdition, CheckedInterview, CheckedWords } from "./checked.ts";
import { FILLED_PLACES, FILLED_WORDS } from "./filled.ts";
import { filesOf } from "./rules.ts";
import { type PlacedText, textsIn } from "./texts.ts";

/** Every text of the rules. */
export function editionPlaceholders(edition: CheckedEdition): Finding[] {
  return [...filesOf(edition)].flatMap(([file, content]) => inFile(file, content));
}

/** Every text of the questions; choices that come from units.json are not theirs. */
export function interviewPlaceholders({ file, topics, questions }: CheckedInterview): Finding[] {
  const own = questions.map(({ fields = [], ...question }) => ({
    ...question,
    fields: fields.map((field) => (field.choicesFrom ? { ...field, choices: [] } : field)),
  }));
  return inFile(file, { topics, questions: own });
}

/** Every wording of the conversation. */
export function wordPlaceholders({ file, words }: CheckedWords): Finding[] {
  const tables: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = FILLED_WORDS;
  return textsIn(words).flatMap((text) => {
    const [part = "", name = ""] = text.path.split(".");
    return unfilled(file, text, tables[part]?.[name] ?? []);
  });
}

function inFile(file: string, content: unknown): Finding[] {
  const filled = FILLED_PLACES.filter((each) => each.file.test(file));
  return textsIn(content).flatMap((text) => {
    const names = filled.find(({ path }) => path.test(text.path))?.names ?? [];
    return unfilled(file, text, names);
  });
}

function unfilled(file: string, { path, text }: PlacedText, names: readonly string[]): Finding[] {
  const unknown = placeholdersOf(text).filter((name) => !names.includes(name));
  const loose = [...text.matchAll(/\{\s+([\w.-]+)\s*\}|\{([\w.-]+)\s+\}/g)];
  return [
    ...[...new Set(unknown)].map((name) =>
      errorAt(file, path, `nothing fills {${name}} here`, meant(name, names, "write the text out")),
    ),
    ...loose.map(([typed, first, second]) =>
      errorAt(file, path, `"${typed}" has a space in it`, `write {${first ?? second}}`),
    ),
  ];
}
