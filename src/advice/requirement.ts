/** A requirement: a json-rules-engine rule whose event says what it is called, how it is worded and where it stands. */
import { z } from "zod";
import { groupSchema } from "../facts/condition.ts";
import { citeSchema } from "./unit.ts";

export const KINDS = ["requirement", "gate", "guideline", "recommendation", "info"] as const;
export type Kind = (typeof KINDS)[number];

export const requirementSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "a requirement is named qualification.requirement"),
  conditions: groupSchema,
  event: z.strictObject({
    type: z.literal("requirement"),
    params: z.strictObject({
      kind: z.enum(KINDS).describe("gate: needed to join; info: nothing to do"),
      title: z.string(),
      messages: z
        .strictObject({
          met: z.string(),
          unmet: z.string(),
          unknown: z.string(),
          notApplicable: z.string().optional(),
        })
        .describe(
          "May name {actual}, {required} and {remaining}, which come with their unit, and {number}, the bare actual",
        ),
      appliesWhen: groupSchema
        .optional()
        .describe("Where this is certainly not so, the requirement does not apply"),
      reading: z.string().optional().describe("The id of the reading it rests on"),
      cites: z.array(citeSchema).min(1),
    }),
  }),
});
export type Requirement = z.infer<typeof requirementSchema>;

export const requirementsSchema = z.strictObject({
  $schema: z.string().optional(),
  requirements: z.array(requirementSchema).min(1),
});

/** Which undecided requirement is asked about first: what bars the door, then what must be done, then advice. */
export function urgency(kind: Kind): number {
  return { gate: 0, requirement: 1, guideline: 2, recommendation: 2, info: 3 }[kind];
}
