/** What managers type, in as many words as they may choose. */
import { z } from "zod";
import { phrases } from "../../facts/wording.ts";

export const verbsSchema = z.strictObject({
  summary: phrases,
  teams: phrases,
  list: phrases,
  show: phrases,
  gaps: phrases,
  ready: phrases,
  stalled: phrases,
  compare: phrases,
  export: phrases,
  remind: phrases,
  digest: phrases,
  confirm: phrases,
  withdraw: phrases,
  decide: phrases,
  whatIf: phrases,
  create: phrases,
  rename: phrases,
  archive: phrases,
  reopen: phrases,
  code: phrases,
  add: phrases,
  waiting: phrases,
  remove: phrases,
  manager: phrases,
  assessor: phrases,
  callMe: phrases,
  help: phrases,
});
export type VerbName = keyof z.infer<typeof verbsSchema>;

export const marksSchema = z.strictObject({
  in: phrases.describe("Before the name of a team, at the end"),
  as: phrases.describe("Before the name that somebody is to be called"),
  page: phrases.describe("Before a number"),
  days: phrases.describe("Behind a number"),
  another: phrases.describe("Behind or before a code that is to be made anew"),
  off: phrases,
  everybody: phrases,
  yes: phrases.describe("Behind a line that was asked about once more"),
  because: phrases.describe("Before a reason"),
});

/** How people stand; the first of each is shown, the others may be typed. */
export const stagesSchema = z.strictObject({ ready: phrases, "under-way": phrases, without: phrases });
