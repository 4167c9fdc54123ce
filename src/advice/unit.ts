/** A unit of credit, the group that asks for it, and the award that brings it along. It is units.json. */
import { z } from "zod";

export const citeSchema = z.strictObject({
  section: z.string().describe("The heading in the source"),
  lines: z.tuple([z.int().min(1), z.int().min(1)]).describe("First and last line"),
});
export type Cite = z.infer<typeof citeSchema>;

const unitSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/),
  title: z.string(),
  credits: z.int().min(1),
  levels: z.array(z.int().min(0).max(8)).min(1).describe("The levels the source lists it at"),
  also: z.array(z.string()).optional().describe("Other names people use for it"),
  tags: z.array(z.string()).optional().describe("What it is about; ranks plans by interest"),
  cites: z.array(citeSchema).min(1),
});
export type Unit = z.infer<typeof unitSchema>;

const groupSchema = z.strictObject({
  id: z.string(),
  qualification: z.string(),
  kind: z.enum(["mandatory", "optional"]),
  units: z.array(z.string()).min(1),
  totals: z.array(z.int().min(1)).min(1).describe("The credit totals the source allows, least first"),
});
export type Group = z.infer<typeof groupSchema>;

const bundleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  also: z.array(z.string()).optional(),
  units: z.array(z.string()).min(1),
  via: z.enum(["transfer", "award"]),
  cites: z.array(citeSchema).min(1),
});

export const unitsSchema = z.strictObject({
  $schema: z.string().optional(),
  units: z.array(unitSchema),
  groups: z.array(groupSchema),
  bundles: z.array(bundleSchema).describe("Awards that bring units along"),
  interests: z
    .array(
      z.strictObject({
        fact: z.string(),
        value: z.union([z.string(), z.boolean()]),
        tags: z.array(z.string()),
      }),
    )
    .describe("Which told facts make which tags interesting"),
});
export type Units = z.infer<typeof unitsSchema>;

/** `section:first-last`, as the contract prints a place in the source. */
export function placeOf(cite: Cite): string {
  return `${cite.section}:${cite.lines[0]}-${cite.lines[1]}`;
}

export function unitOf(units: Units, id: string): Unit | undefined {
  return units.units.find((unit) => unit.id === id);
}
