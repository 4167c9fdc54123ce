/** Reads conversations/: the questions, their wording, and the choices that come from an edition's units. */
import type { EditionContent } from "../advice/edition.ts";
import { type Unit, type Units, unitOf } from "../advice/unit.ts";
import type { Interview } from "../interview/interview.ts";
import { type Choice, type InterviewContent, interviewSchema, type Question } from "../interview/question.ts";
import { type Words, wordsSchema } from "../interview/words.ts";
import type { Finding } from "./finding.ts";
import { jsonNames, openFolder } from "./folder.ts";

/** What the two files hold, each null where its findings stand in the way. */
export interface Conversations {
  readonly content: InterviewContent | null;
  readonly words: Words | null;
  readonly findings: readonly Finding[];
}

export function readConversations(path: string, root: string, name = "interview.json"): Conversations {
  const { content, findings } = readQuestions(path, root, name);
  const folder = openFolder(path, root);
  const words = folder.read("messages.json", wordsSchema);
  return { content, words, findings: [...findings, ...folder.findings] };
}

/** The file alone that asks the questions. */
export function readQuestions(path: string, root: string, name: string): Omit<Conversations, "words"> {
  const folder = openFolder(path, root);
  return { content: folder.read(name, interviewSchema), findings: folder.findings };
}

/** Where the questions stand for people who stay under this edition while everybody else begins under another. */
export function earlierName(edition: string): string {
  return `interview-${edition}.json`;
}

export function earlierInterviews(path: string): string[] {
  return jsonNames(path).filter((name) => name.startsWith("interview-"));
}

/** The interview for an edition, or null with the findings that stand in the way. */
export function readInterview(
  path: string,
  root: string,
  edition: EditionContent,
  name?: string,
): { interview: Interview | null; findings: readonly Finding[] } {
  const { content, words, findings } = readConversations(path, root, name);
  if (!content || !words) return { interview: null, findings };
  const { topics } = content;
  const questions = questionsFor(content, edition);
  return {
    interview: { edition: content.edition, catalogue: edition.catalogue, topics, questions, words },
    findings,
  };
}

/** The questions, with the choices that come from the edition's units. */
export function questionsFor({ questions }: InterviewContent, { units }: EditionContent): Question[] {
  return questions.map((question) => withUnits(question as Question, units));
}

function withUnits(question: Question, units: Units): Question {
  if (!question.fields?.some((field) => field.choicesFrom === "units")) return question;
  const fields = question.fields.map((field) =>
    field.choicesFrom === "units" ? { ...field, choices: unitChoices(units) } : field,
  );
  return { ...question, fields };
}

/** One choice for each unit, and one for each award that brings units along. */
function unitChoices(units: Units): Choice[] {
  const single = units.units.map((unit) => ({
    id: unit.id,
    label: `${unit.id} ${unit.title} (${unit.credits} ${unit.credits === 1 ? "credit" : "credits"})`,
    short: `${unit.id} ${unit.title}`,
    also: [unit.title, ...(unit.also ?? []), ...shortIds(unit.id)],
    entries: [entryOf(unit, "course")],
  }));
  const bundles = units.bundles.map((bundle) => ({
    id: bundle.id,
    label: `The ${bundle.title}`,
    also: [bundle.title, ...(bundle.also ?? [])],
    entries: bundle.units.flatMap((id) => {
      const unit = unitOf(units, id);
      return unit ? [entryOf(unit, bundle.via)] : [];
    }),
  }));
  return [...single, ...bundles];
}

/** The level is asked only where the source lists more than one. */
function entryOf(unit: Unit, via: string): Readonly<Record<string, unknown>> {
  const level = unit.levels.length === 1 ? { level: unit.levels[0] } : {};
  return { unit: unit.id, ...level, ...(via === "course" ? {} : { via }) };
}

/** "O06" is also typed "O6". */
function shortIds(id: string): string[] {
  const match = /^([A-Z])0(\d)$/.exec(id);
  return match ? [`${match[1]}${match[2]}`] : [];
}
