/** A cohort as a file: CSV for a spreadsheet, JSON for another program. */
import { stringify } from "csv-stringify/sync";
import { z } from "zod";

/** One person, in words as a manager reads them; `name` and the figures are as they are kept. */
export const exportedSchema = z.strictObject({
  name: z.string(),
  qualification: z.string().nullable().describe("What is recommended; null where nothing is"),
  canStart: z.string().nullable(),
  stage: z.string(),
  met: z.int().min(0).describe("Requirements met"),
  of: z.int().min(0).describe("Requirements that apply"),
  open: z.array(z.string()).describe("Requirements that are open"),
  lastTold: z.iso.date(),
  joined: z.iso.date(),
  edition: z.string().describe("The rules that judged them"),
});
export type Exported = z.infer<typeof exportedSchema>;

export const cohortFileSchema = z.strictObject({
  format: z.literal("signpost.cohort/1"),
  team: z.string(),
  edition: z.string().describe("The rules under which everybody begins on this date"),
  date: z.iso.date(),
  people: z.array(exportedSchema),
});
export type CohortFile = z.infer<typeof cohortFileSchema>;

export function jsonOf(file: CohortFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * UTF-8 with a byte order mark, as spreadsheets want it; RFC 4180. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe. `titles`: of the columns.
 */
export function csvOf(people: readonly Exported[], titles: Readonly<Record<keyof Exported, string>>): string {
  const columns = exportedSchema.keyof().options.map((key) => ({ key, header: titles[key] }));
  return stringify(
    people.map((each) => ({ ...each, name: defused(each.name), open: each.open.join("; ") })),
    {
      header: true,
      columns,
      bom: true,
      record_delimiter: "windows",
      escape_formulas: true,
      quoted_match: "\r",
    },
  );
}

/** Spaces before a formula do not keep every spreadsheet from running it. */
function defused(name: string): string {
  return /^\s+[=+\-@＝＋－＠]/.test(name) ? `'${name}` : name;
}

/** Such as autumn-2026-2026-11-23.csv: letters and digits that every computer takes. `date`: ISO */
export function fileName(team: string, date: string, ending: "csv" | "json"): string {
  const letters = team
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${letters === "" ? "team" : letters}-${date}.${ending}`;
}
