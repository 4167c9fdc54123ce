/** The editions below a folder, of this program or of another copy of its content. */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { z } from "zod";
import { type Edition, openEdition } from "../advice/edition.ts";
import type { LearnerRecord } from "../record/record.ts";
import { readEdition } from "./edition.ts";
import { errorAt, type Finding } from "./finding.ts";
import { editionFolders, recordSchemaOf } from "./library.ts";

export interface Opened {
  readonly edition: Edition;
  /** The schema of its records. */
  readonly schema: z.ZodType<LearnerRecord>;
}

export interface Editions {
  readonly byId: ReadonlyMap<string, Opened>;
  /** The folder was that of one edition, and not one that holds rules/. */
  readonly isOne: boolean;
}

/** `path`: a folder that holds rules/, or that of one edition. */
export function readEditions(path: string): Editions | { readonly findings: readonly Finding[] } {
  const isOne = existsSync(join(path, "edition.json"));
  const folders = isOne ? [path] : editionFolders(path).map((name) => join(path, "rules", name));
  if (folders.length === 0) {
    const wrong = statSync(path, { throwIfNoEntry: false })
      ? "there is no edition of the rules in it"
      : "there is no such folder";
    return {
      findings: [errorAt(path, "", wrong, "name a folder that holds rules/, or the folder of one edition")],
    };
  }
  const byId = new Map<string, Opened>();
  const findings: Finding[] = [];
  for (const folder of folders) {
    const read = readEdition(folder, dirname(folder));
    findings.push(...read.findings.map((each) => ({ ...each, file: join(dirname(folder), each.file) })));
    if (!read.content) continue;
    const { head } = read.content;
    const name = isOne ? head.id : basename(folder);
    byId.set(name, { edition: openEdition(read.content), schema: recordSchemaOf(read.content) });
  }
  return findings.length > 0 ? { findings } : { byId, isOne };
}
