/** The interview: questions in topics, their wording, and the facts of the edition that they tell. */
import type { Catalogue } from "../facts/catalogue.ts";
import type { InterviewContent, Question } from "./question.ts";
import type { Words } from "./words.ts";

export interface Interview {
  readonly edition: string;
  readonly catalogue: Catalogue;
  readonly topics: InterviewContent["topics"];
  readonly questions: readonly Question[];
  readonly words: Words;
}

export function questionOf(interview: Interview, id: string): Question | undefined {
  return interview.questions.find((question) => question.id === id);
}
