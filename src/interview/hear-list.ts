/** Reads what a person said to a list: a field of an entry, whole entries, "that is all", or "remove 2". */
import type { Entry } from "../facts/entry.ts";
import { choicesOf, namingField, offered, readChoices, type Saying } from "./choices.ts";
import type { Interview } from "./interview.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import { readEntries } from "./line.ts";
import { type Told, withEntries, withField, withoutEntry } from "./list.ts";
import type { Said, State } from "./log.ts";
import { entriesOf } from "./named.ts";
import type { Open } from "./open.ts";
import type { Question } from "./question.ts";
import { matchingChoices } from "./reading/choice.ts";
import { plain } from "./reading/phrase.ts";
import { listTold } from "./told.ts";
import { said } from "./words.ts";

export interface Heard {
  readonly event: Said;
  /** Words of a list entry that nothing was made of. */
  readonly leftOut: string;
}

type OpenList = Extract<Open, { kind: "list" }>;

export function hearList(
  interview: Interview,
  state: State,
  open: OpenList,
  saying: Saying,
  around: Surroundings,
): Understood<Heard> {
  const { question, waiting } = open;
  const told = listTold(interview, state, question);
  if (waiting.kind === "field" && told) return hearField(question, waiting, told, saying, around);
  const word = wordFor(open, told, saying, around);
  if (word === "none") return heardList(question, { entries: [], isComplete: true });
  if (word === "done" && told) return heardList(question, { ...told, isComplete: true });
  if (word === "add")
    return heardList(question, { entries: [...(told?.entries ?? []), {}], isComplete: false });
  const removal = "typed" in saying ? REMOVAL.exec(saying.typed) : null;
  if (!removal || !told) return hearEntries(question, told, saying, around);
  const place = removal[1]?.toLowerCase() === "last" ? told.entries.length - 1 : Number(removal[1]) - 1;
  if (told.entries[place]) return heardList(question, withoutEntry(told, place));
  return { problem: said(around.words.problems.nothingToRemove, { count: told.entries.length }) };
}

const REMOVAL = /^\s*(?:remove|delete|take out)\s+(?:the\s+|entry\s+|number\s+)*(\d+|last)/i;

function hearField(
  question: Question,
  { at, field }: Extract<OpenList["waiting"], { kind: "field" }>,
  told: Told,
  saying: Saying,
  around: Surroundings,
): Understood<Heard> {
  if (isClosing(saying, around)) return heardList(question, closed(told, question));
  if (field === namingField(question)) return hearEntries(question, told, saying, around);
  const read = readChoices(saying, field, around);
  if ("problem" in read) return read;
  const value = field.choices?.find(({ id }) => id === read.answer)?.value ?? read.answer;
  return heardList(question, withField(told, at, field.id, value));
}

/** "That is all" while a field is open: what the entries do not say stays not known, and the list is closed. */
function isClosing(saying: Saying, { words }: Surroundings): boolean {
  const { label, also } = words.answers.done;
  const isSame = (phrase: string) => "typed" in saying && plain(phrase) === plain(saying.typed);
  return [label, ...also].some((phrase) => plain(phrase) !== "all" && isSame(phrase));
}

function closed(told: Told, { fields = [] }: Question): Told {
  const open = fields.filter((field) => field.default === undefined).map(({ id }) => [id, null]);
  const begun = told.entries.filter((entry) => Object.keys(entry).length > 0);
  return { entries: begun.map((entry) => ({ ...Object.fromEntries(open), ...entry })), isComplete: true };
}

function hearEntries(
  question: Question,
  told: Told | null,
  saying: Saying,
  around: Surroundings,
): Understood<Heard> {
  const naming = namingField(question);
  if ("chosen" in saying && naming) {
    const choices = (naming.choices ?? []).filter(({ id }) => saying.chosen.includes(id));
    const entries = choices.flatMap((choice) => entriesOf(choice, naming, question.fields ?? []));
    // The same button tapped twice is one entry.
    const isNew = (entry: Entry) => !told?.entries.some((each) => each[naming.id] === entry[naming.id]);
    if (entries.length > 0) return heardList(question, withEntries(told, entries.filter(isNew)));
  }
  const typed = "typed" in saying ? saying.typed : saying.chosen.join(" ");
  const read = readEntries(typed, question, around);
  if ("problem" in read) return read;
  const { entries, leftOut } = read.answer;
  return { answer: { event: listed(question, withEntries(told, entries)), leftOut } };
}

type ListWord = "none" | "done" | "add" | null;

function wordFor(open: OpenList, told: Told | null, saying: Saying, around: Surroundings): ListWord {
  if ("chosen" in saying) {
    const [id] = saying.chosen;
    return id === "none" || id === "done" || id === "add" ? id : null;
  }
  const { none, done, add, no, yes } = around.words.answers;
  const typed = plain(saying.typed);
  const isOne = (...answers: { label: string; also: readonly string[] }[]) =>
    answers.some(({ label, also }) => [label, ...also].some((phrase) => plain(phrase) === typed));
  if (open.waiting.kind === "first") {
    // Beside units a number is that of a choice; beside hours it is hours.
    const isNumber = /^\d+$/.test(typed) && offered(open.question, around.offers).length > 0;
    const isLast = isNumber && matchingChoices(typed, choicesOf(open, around))[0]?.id === "none";
    return isLast || isOne(none, no) ? "none" : null;
  }
  const isEmpty = (told?.entries.length ?? 0) === 0;
  if (typed === "1" || isOne(done, none, no)) return isEmpty && isOne(none, no) ? "none" : "done";
  return typed === "2" || isOne(add, yes) ? "add" : null;
}

function heardList(question: Question, told: Told): Understood<Heard> {
  return { answer: { event: listed(question, told), leftOut: "" } };
}

/** A list as told now, as the event that keeps it. */
export function listed(question: Question, told: Told): Said {
  const entries = told.entries.map((entry) => ({ ...entry }));
  return { kind: "answer", question: question.id, answer: { entries, isComplete: told.isComplete } };
}
