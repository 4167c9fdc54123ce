/** One edition of the rules: everything in one folder of rules/, checked, with its judges ready. */
import { z } from "zod";
import { type Catalogue, placesOf } from "../facts/catalogue.ts";
import { type Derive, deriver } from "../facts/derive.ts";
import { type Judge, judgeOf } from "../facts/judge.ts";
import type { Note, ProblemRule, Reading, Row } from "./recommendation.ts";
import type { Requirement } from "./requirement.ts";
import type { Units } from "./unit.ts";

const sectionSchema = z.strictObject({ title: z.string(), lines: z.tuple([z.int().min(1), z.int().min(1)]) });

const qualificationSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string(),
  short: z.string().describe("What it is called in the middle of a sentence"),
  also: z.array(z.string()).optional().describe("Other names that people use for it"),
  credits: z.int().min(1),
  guidedLearningHours: z.string().optional(),
  start: z
    .strictObject({ yes: z.string(), no: z.string(), unknown: z.string() })
    .describe("Why it can be started, or not, from what its gates say"),
  counts: z
    .strictObject({ mandatory: z.string(), optional: z.string().optional(), level2: z.string().optional() })
    .describe("The requirements whose figures are its credits"),
});
export type Qualification = z.infer<typeof qualificationSchema>;

export const editionSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  published: z.string().describe("The year or date of the source; every piece of advice says it"),
  caution: z.string().describe("The sentence under every piece of advice"),
  lines: z.int().min(1).describe("How many lines the source has"),
  sections: z.array(sectionSchema).min(1),
  qualifications: z.array(qualificationSchema).min(1),
});
export type EditionHead = z.infer<typeof editionSchema>;

/** What the files of an edition hold, each part read and checked by its schema. */
export interface EditionContent {
  readonly head: EditionHead;
  readonly units: Units;
  readonly catalogue: Catalogue;
  /** The role, asked once for every qualification. */
  readonly role: readonly Requirement[];
  readonly requirements: ReadonlyMap<string, readonly Requirement[]>;
  readonly rows: readonly Row[];
  readonly notes: readonly Note[];
  readonly problems: {
    readonly units: Readonly<Record<string, string>>;
    readonly rules: readonly ProblemRule[];
  };
  readonly readings: readonly Reading[];
}

export interface Judged<Rule> {
  readonly rule: Rule;
  readonly judge: Judge;
}

export interface JudgedRequirement extends Judged<Requirement> {
  readonly applies: Judge | null;
}

export interface Edition extends EditionContent {
  readonly id: string;
  readonly derive: Derive;
  /** Role first, then each qualification's, in file order: one judge each. */
  readonly judges: {
    readonly role: readonly JudgedRequirement[];
    readonly requirements: ReadonlyMap<string, readonly JudgedRequirement[]>;
    readonly rows: readonly Judged<Row>[];
    readonly notes: readonly Judged<Note>[];
    readonly problems: readonly Judged<ProblemRule>[];
  };
}

/** Throws where a rule names a fact that is not there; `signpost check` finds that first. */
export function openEdition(content: EditionContent): Edition {
  const places = placesOf(content.catalogue);
  const judged = <Rule extends Row | Note | ProblemRule>(rule: Rule) => ({
    rule,
    judge: judgeOf(rule, places),
  });
  const required = (rule: Requirement): JudgedRequirement => {
    const { appliesWhen } = rule.event.params;
    const applies = appliesWhen ? judgeOf({ name: rule.name, conditions: appliesWhen }, places) : null;
    return { rule, judge: judgeOf(rule, places), applies };
  };
  return {
    ...content,
    id: content.head.id,
    derive: deriver(content.catalogue),
    judges: {
      role: content.role.map(required),
      requirements: new Map([...content.requirements].map(([id, rules]) => [id, rules.map(required)])),
      rows: content.rows.map(judged),
      notes: content.notes.map(judged),
      problems: content.problems.rules.map(judged),
    },
  };
}
