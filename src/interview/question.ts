/** A question: its words, what it tells, and why we ask. They are conversations/interview.json. */
import { z } from "zod";
import { groupSchema } from "../facts/condition.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id holds small letters, digits and dashes");
const told = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

const choiceSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  short: z.string().optional().describe("How it is read back in an entry; without one its label"),
  also: z.array(z.string()).optional().describe("Other words for it that people type"),
  value: z
    .union([z.string(), z.number()])
    .optional()
    .describe("What a list entry keeps for it; without one its id"),
  sets: z
    .record(z.string(), told)
    .optional()
    .describe("What choosing it tells; facts not named here become not known"),
});

/** What one choice of a list entry brings along: the rest of the entry, or several entries. */
export interface Choice extends z.infer<typeof choiceSchema> {
  readonly entries?: readonly Readonly<Record<string, unknown>>[];
}

export const FIELD_KINDS = [
  "yes-no",
  "choice",
  "many",
  "number",
  "hours",
  "minutes",
  "date",
  "text",
] as const;

const common = {
  ask: z.string().min(1).describe("The question, in one line"),
  example: z.string().optional().describe("An answer that would be understood"),
  unclear: z.string().optional().describe("What to say where none of the choices was understood"),
  choices: z.array(choiceSchema).optional(),
};

const fieldSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(FIELD_KINDS),
  ...common,
  label: z.string().describe("How an entry is read back; {value} is the answer"),
  choicesFrom: z.literal("units").optional(),
  yes: z.array(z.string()).optional().describe("Phrases that mean yes inside a typed entry"),
  no: z.array(z.string()).optional(),
  default: z.string().optional().describe("Taken where the entry does not say; never asked"),
  min: z.number().optional(),
  max: z.number().optional(),
});
export type FieldQuestion = Omit<z.infer<typeof fieldSchema>, "choices"> & {
  readonly choices?: readonly Choice[];
};

const supposeSchema = z
  .strictObject({
    names: z.array(z.string()).min(1).optional().describe("Words that say that it is about this question"),
    choices: z
      .record(z.string(), z.array(z.string()).min(1))
      .optional()
      .describe("Other words for its choices, by choice id; a yes or no has yes and no"),
    note: z.string().optional().describe("Said where such words were taken for a choice"),
  })
  .describe("How people speak of it behind 'what if'");

const questionSchema = z.strictObject({
  id,
  topic: id,
  kind: z.enum([...FIELD_KINDS, "list"]),
  title: z.string().describe("What it is called in a review"),
  ...common,
  why: z.string().min(1).describe("Why we ask, one tap away"),
  tells: z.array(z.string()).min(1).describe("The facts it sets; for a list, the list"),
  when: groupSchema.optional().describe("Not asked where this is certainly not so"),
  note: z.string().optional().describe("The text in the record that keeps what was typed beside the choice"),
  fields: z.array(fieldSchema).optional(),
  log: z.array(z.string()).optional().describe("Words after `log` that mean this list"),
  totals: z
    .strictObject({ of: z.string(), by: z.string(), words: z.array(z.string()).min(1) })
    .optional()
    .describe("A typed total followed by its parts: 30 hours in all, 10 literacy, 12 numeracy"),
  suppose: supposeSchema.optional(),
});
export type Question = Omit<z.infer<typeof questionSchema>, "choices" | "fields"> & {
  readonly choices?: readonly Choice[];
  readonly fields?: readonly FieldQuestion[];
};

export const interviewSchema = z.strictObject({
  $schema: z.string().optional(),
  edition: z.string().describe("The edition whose facts the questions tell"),
  topics: z.array(z.strictObject({ id, title: z.string() })).min(1),
  questions: z.array(questionSchema).min(1),
});
export type InterviewContent = z.infer<typeof interviewSchema>;
