/** What a check is given: content that its schemas hold to be well formed, with the files it came from. */
import type { EditionContent } from "../../advice/edition.ts";
import type { Group } from "../../facts/condition.ts";
import type { InterviewContent, Question } from "../../interview/question.ts";
import type { Words } from "../../interview/words.ts";
import type { Finding } from "../finding.ts";
import type { Scenario } from "../scenario.ts";

/** Where a condition is used: each use has its own idea of what must be able to happen. */
export type Use = "requirement" | "appliesWhen" | "row" | "note" | "problem" | "when";

export interface PlacedCondition {
  readonly file: string;
  readonly path: string;
  /** The name of the rule or the id of the question. */
  readonly name: string;
  readonly use: Use;
  readonly condition: Group;
}

/** Conditions and the edition whose facts they name; both an edition and an interview have some. */
export interface CheckedConditions {
  readonly content: EditionContent;
  readonly conditions: readonly PlacedCondition[];
}

export interface CheckedEdition extends CheckedConditions {
  /** Below the root: `rules/lluk-2010` */
  readonly folder: string;
}

export interface CheckedInterview extends CheckedConditions {
  /** Below the root: `conversations/interview.json` */
  readonly file: string;
  readonly topics: InterviewContent["topics"];
  readonly questions: readonly Question[];
  /** The edition whose facts it tells. */
  readonly edition: CheckedEdition;
}

export interface CheckedWords {
  /** Below the root: `conversations/messages.json` */
  readonly file: string;
  readonly words: Words;
}

export interface PlacedScenario {
  readonly file: string;
  /** `scenarios[3]` */
  readonly path: string;
  readonly scenario: Scenario;
}

export interface CheckedScenarios {
  readonly edition: CheckedEdition;
  readonly scenarios: readonly PlacedScenario[];
}

/** One thing that can be wrong: each check looks for it everywhere. */
export type Check<Checked> = (checked: Checked) => readonly Finding[] | Promise<readonly Finding[]>;
