/** What the tests of this folder read with: the real questions, on a Monday that stands still. */
import { fileURLToPath } from "node:url";
import { openLibrary } from "../../src/content/library.ts";
import { type Answer, kindOf, type Surroundings, type Understood } from "../../src/interview/kinds.ts";
import { readEntries } from "../../src/interview/line.ts";
import type { Question } from "../../src/interview/question.ts";

/** Monday 23 November 2026. */
export const TODAY = "2026-11-23";

export const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
export const { interview } = library;

export const around: Surroundings = { words: interview.words, today: TODAY, offers: () => true };

/** Throws where no question has the id: then the test is wrong, not the program. */
export function questionNamed(id: string): Question {
  const found = interview.questions.find((question) => question.id === id);
  if (!found) throw new Error(`There is no question "${id}"`);
  return found;
}

/** Where a test expects that nothing is taken and the person is asked again. */
export const ASKS = "asks again";

/** The answer that was read, or ASKS. */
export function readBy(kind: string, typed: string, extra: object = {}): Answer {
  return settled(kindOf({ kind }).read(typed, { kind, example: "an example", ...extra }, around));
}

/** The answer that a question of the interview read, or ASKS. */
export function answerTo(id: string, typed: string): Answer {
  const question = questionNamed(id);
  return settled(kindOf(question).read(typed, question, around));
}

function settled(read: Understood<Answer>): Answer {
  return "problem" in read ? ASKS : read.answer;
}

/** The entries that one typed text gives a list, or ASKS. */
export function entriesIn(id: string, typed: string): readonly object[] | typeof ASKS {
  const read = readEntries(typed, questionNamed(id), around);
  return "problem" in read ? ASKS : read.answer.entries;
}

/** The words that nothing was made of. */
export function leftOutOf(id: string, typed: string): string {
  const read = readEntries(typed, questionNamed(id), around);
  return "problem" in read ? "" : read.answer.leftOut;
}
