/** Reads what a person said to a list: a field of an entry, whole entries, "that is all", or "remove 2". */
import { choicesOf, namingField, offered, readChoices, type Saying } from "./choices.ts";
import { type Interview, listTold, type Open } from "./interview.ts";
import type { Surroundings, Understood } from "./kinds.ts";
import { readEntries } from "./line.ts";
import { type Told, withEntries, withField, withoutEntry } from "./list.ts";
import type { Said, State } from "./log.ts";
import { entriesOf } from "./named.ts";
import type { Choice, Question } from "./question.ts";
import { matchingChoices } from "./reading/choice.ts";
import { plain } from "./reading/phrase.ts";

export interface Heard {
  readonly event: Said;
  /** Words of a list entry that nothing was made of. */
  readonly leftOut: string;
}

export function hearList(
  interview: Interview,
  state: State,
  open: Extract<Open, { kind: "list" }>,
  saying: Saying,
  around: Surroundings,
): Understood<Heard> {
  const { question, waiting } = open;
  const told = listTold(interview, state, question);
  if (waiting.kind === "field" && told) {
    if (isClosing(saying, around)) return heardList(question, closed(told, question));
    const read = readChoices(saying, waiting.field, around);
    if ("problem" in read) return read;
    const value = waiting.field.choices?.find(({ id }) => id === read.answer)?.value ?? read.answer;
    return heardList(question, withField(told, waiting.at, waiting.field.id, value));
  }
  const word = wordFor(open, told, saying, around);
  if (word === "none") return heardList(question, { entries: [], isComplete: true });
  if (word === "done" && told) return heardList(question, { ...told, isComplete: true });
  if (word === "add") return heardList(question, begun(told));
  const removed = told && "typed" in saying ? removal(saying.typed, told) : null;
  if (removed !== null && told) return heardList(question, withoutEntry(told, removed));
  return hearEntries(question, told, saying, around);
}

/** "That is all" while a field is open: what the entries do not say stays not known, and the list is closed. */
function isClosing(saying: Saying, { words }: Surroundings): boolean {
  const { label, also } = words.answers.done;
  return (
    "typed" in saying &&
    [label, ...also].some((phrase) => plain(phrase) === plain(saying.typed) && plain(phrase) !== "all")
  );
}

function closed(told: Told, { fields = [] }: Question): Told {
  const unknown = Object.fromEntries(
    fields.filter((field) => field.default === undefined).map(({ id }) => [id, null]),
  );
  const entries = told.entries
    .filter((entry) => Object.keys(entry).length > 0)
    .map((entry) => ({ ...unknown, ...entry }));
  return { entries, isComplete: true };
}

function heardList(question: Question, told: Told): Understood<Heard> {
  return { answer: { event: listed(question, told), leftOut: "" } };
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
    if (entries.length > 0) return heardList(question, withEntries(told, entries));
  }
  const typed =
    "typed" in saying ? numbered(saying.typed, offered(question, around.offers)) : saying.chosen.join(" ");
  const read = readEntries(typed, question, around);
  if ("problem" in read) return read;
  return {
    answer: { event: listed(question, withEntries(told, read.answer.entries)), leftOut: read.answer.leftOut },
  };
}

/** "2" alone means the second choice shown, where the list is one of choices. */
function numbered(typed: string, choices: readonly Choice[]): string {
  const only = /^\s*(\d{1,2})\s*$/.exec(typed);
  return (only && choices[Number(only[1]) - 1]?.label) || typed;
}

type ListWord = "none" | "done" | "add" | null;

function wordFor(
  open: Extract<Open, { kind: "list" }>,
  told: Told | null,
  saying: Saying,
  around: Surroundings,
): ListWord {
  const { none, done, add, no, yes } = around.words.answers;
  const isEmpty = (told?.entries.length ?? 0) === 0;
  if ("chosen" in saying) {
    const [id] = saying.chosen;
    return id === "none" || id === "done" || id === "add" ? id : null;
  }
  const isOne = (...choices: { label: string; also: readonly string[] }[]) => {
    const typed = plain(saying.typed);
    return choices.some(({ label, also }) => [label, ...also].some((phrase) => plain(phrase) === typed));
  };
  if (open.waiting.kind === "first") {
    const shown = choicesOf(open, around);
    const isLast = matchingChoices(saying.typed, shown)[0]?.id === "none" && /^\s*\d+\s*$/.test(saying.typed);
    return isLast || isOne(none, no) ? "none" : null;
  }
  if (/^\s*1\s*$/.test(saying.typed) || isOne(done, none, no))
    return isEmpty && isOne(none, no) ? "none" : "done";
  return /^\s*2\s*$/.test(saying.typed) || isOne(add, yes) ? "add" : null;
}

function begun(told: Told | null): Told {
  return { entries: [...(told?.entries ?? []), {}], isComplete: false };
}

/** "remove 2", "delete the last": the place of the entry meant, or null. */
function removal(typed: string, told: Told): number | null {
  const match = /^(?:remove|delete|take out)\s+(?:the\s+|entry\s+|number\s+)*(\d+|last)/i.exec(typed.trim());
  if (!match) return null;
  const place = match[1]?.toLowerCase() === "last" ? told.entries.length - 1 : Number(match[1]) - 1;
  return told.entries[place] ? place : null;
}

/** A list as told now, as the event that keeps it. */
export function listed(question: Question, told: Told): Said {
  return {
    kind: "answer",
    question: question.id,
    answer: { entries: told.entries.map((entry) => ({ ...entry })), isComplete: told.isComplete },
  };
}
