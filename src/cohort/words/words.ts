/** The wording of what managers and their people read and type, from conversations/cohort.json. */
import { z } from "zod";
import { sentence, sentences } from "../../facts/wording.ts";
import { joinsSchema } from "./joined.ts";
import { managesSchema } from "./managed.ts";
import { groundsSchema } from "./marked.ts";
import { remindersSchema } from "./reminded.ts";
import { buttonsSchema, columnsSchema, showsSchema, titlesSchema } from "./shown.ts";
import { whatIfSchema } from "./supposed.ts";
import { marksSchema, stagesSchema, verbsSchema } from "./typed.ts";

export const cohortWordsSchema = z.strictObject({
  $schema: z.string().optional(),
  verbs: verbsSchema.describe(
    "What managers type behind 'team'; the first of each is the one that help shows",
  ),
  marks: marksSchema.describe("Small words inside what managers type"),
  stages: stagesSchema,
  roles: z.strictObject({ manager: sentence, assessor: sentence, learner: sentence }),
  canStart: z.strictObject({ yes: sentence, no: sentence, unknown: sentence, "not-for-this-role": sentence }),
  shows: showsSchema,
  titles: titlesSchema,
  columns: columnsSchema,
  buttons: buttonsSchema,
  manages: managesSchema,
  joins: joinsSchema,
  grounds: groundsSchema,
  whatIf: whatIfSchema,
  reminders: remindersSchema,
  help: z.strictObject({
    named: sentences.describe("For somebody who may make a team"),
    manager: sentences,
    assessor: sentences,
    none: sentence.describe("For everybody else"),
  }),
});
export type CohortWords = z.infer<typeof cohortWordsSchema>;
