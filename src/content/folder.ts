/** Reads the JSON files of a content folder against their schemas, gathering every finding instead of stopping at one. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { type Flaw, readJson } from "../facts/flaw.ts";
import { errorAt, type Finding } from "./finding.ts";
import { clearDerivation } from "./forms.ts";
import { clearConditions } from "./shape.ts";

export interface Folder {
  readonly findings: Finding[];
  /** The file's content, or null after a finding. `name` is relative to the folder. */
  read<T>(name: string, schema: z.ZodType<T>): T | null;
  /** The names of the JSON files in a folder below, sorted. */
  names(below: string): string[];
}

/** `root` is what file names in findings are relative to. */
export function openFolder(path: string, root: string): Folder {
  const findings: Finding[] = [];
  return {
    findings,
    read(name, schema) {
      const file = join(path, name);
      const shown = relative(root, file);
      if (!existsSync(file)) {
        findings.push(errorAt(shown, "", "this file is missing", "add it, or mend its name"));
        return null;
      }
      const text = textOf(file);
      if ("fault" in text) {
        const wrong = `this file cannot be read (${text.fault})`;
        findings.push(errorAt(shown, "", wrong, "check that it is a file and that you may read it"));
        return null;
      }
      const result = readJson(schema, text.read);
      if ("value" in result) return result.value;
      const input = readJson(z.unknown(), text.read);
      const flaws = "value" in input ? clearer(result.flaws, input.value) : result.flaws;
      findings.push(...flaws.map(({ path, wrong, right }) => errorAt(shown, path, wrong, right)));
      return null;
    },
    names: (below) => jsonNames(join(path, below)),
  };
}

/** The names of the JSON files in a folder, sorted; none where there is no such folder. */
export function jsonNames(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .sort();
}

/** A schema of alternatives can only say that none fits; these look which one was meant. */
function clearer(flaws: readonly Flaw[], input: unknown): Flaw[] {
  return clearConditions(flaws, input).flatMap((flaw) => clearDerivation(flaw, input));
}

function textOf(file: string): { read: string } | { fault: string } {
  try {
    return { read: readFileSync(file, "utf8") };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}
