/** Which qualification suits: rows in order, the first that fits decides. It is recommend.json; notes stand beside them. */
import { z } from "zod";
import { groupSchema } from "../facts/condition.ts";
import { STATUSES } from "../facts/status.ts";
import { citeSchema } from "./unit.ts";

export const CAN_START = ["yes", "no", "unknown", "not-for-this-role"] as const;
export type CanStart = (typeof CAN_START)[number];

const recommendedSchema = z.strictObject({
  qualification: z.string(),
  strength: z.enum(["primary", "alternative", "conditional", "later"]),
  why: z.string(),
  explore: z
    .boolean()
    .optional()
    .describe("Ask about its requirements too; primary and conditional ones always are"),
});
export type Recommended = z.infer<typeof recommendedSchema>;

const rowSchema = z.strictObject({
  name: z.string(),
  conditions: groupSchema,
  event: z.strictObject({
    type: z.literal("recommendation"),
    params: z.strictObject({
      fits: z
        .array(z.enum(STATUSES))
        .optional()
        .describe("The statuses of the conditions that make the row fit; else: met"),
      why: z.string().describe("One sentence that answers: is there something for me?"),
      recommended: z.array(recommendedSchema),
      canStart: z
        .record(z.string(), z.strictObject({ status: z.enum(CAN_START), why: z.string() }))
        .optional()
        .describe("Overrules what the gates of a qualification say"),
      next: z.array(z.string()).optional(),
      offers: z
        .array(z.strictObject({ label: z.string(), question: z.string(), choice: z.string() }))
        .optional()
        .describe("An answer the person may want to change, one tap away"),
      reading: z.string().optional(),
      cites: z.array(citeSchema),
    }),
  }),
});
export type Row = z.infer<typeof rowSchema>;

const noteSchema = z.strictObject({
  name: z.string(),
  conditions: groupSchema,
  event: z.strictObject({
    type: z.literal("note"),
    params: z.strictObject({
      says: z.string(),
      ask: z.boolean().optional().describe("Worth a question of its own while it is not known"),
      reading: z.string().optional(),
      cites: z.array(citeSchema),
    }),
  }),
});
export type Note = z.infer<typeof noteSchema>;

export const recommendSchema = z.strictObject({
  $schema: z.string().optional(),
  rows: z.array(rowSchema).min(1),
  notes: z.array(noteSchema).describe("Said beside the advice whenever their conditions are met"),
});

const problemRuleSchema = z.strictObject({
  name: z.string().describe("The code of the problem"),
  conditions: groupSchema,
  event: z.strictObject({
    type: z.literal("problem"),
    params: z.strictObject({ says: z.string(), question: z.string() }),
  }),
});
export type ProblemRule = z.infer<typeof problemRuleSchema>;

export const problemsSchema = z.strictObject({
  $schema: z.string().optional(),
  units: z.strictObject({ "unit-twice": z.string(), "unit-at-unlisted-level": z.string() }),
  rules: z.array(problemRuleSchema),
});

const readingSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  says: z.string().describe("The reading taken, and who decides"),
  decision: z.string().optional().describe("What a provider may decide here, for one learner"),
  requirements: z.array(z.string()).describe("The requirements it touches"),
  cites: z.array(citeSchema),
});
export type Reading = z.infer<typeof readingSchema>;

export const readingsSchema = z.strictObject({
  $schema: z.string().optional(),
  readings: z.array(readingSchema),
});
