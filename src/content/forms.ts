/** Says of a derivation in facts.json that fits no form what exactly is wrong with it. */
import type { Flaw } from "../facts/flaw.ts";
import { meant } from "./finding.ts";

/** The keys of each form that `from` may have; `where` and `soFar` may join those of lists. */
const FORMS: readonly (readonly string[])[] = [
  ["list", "count"],
  ["list", "sum"],
  ["list", "any", "where"],
  ["told", "includes"],
  ["fact", "unlessAll"],
  ["difference", "times"],
  ["constant"],
  ["usable"],
];
const KEYS = [...new Set([...FORMS.flat(), "soFar"])];

/** Puts a flaw of a `from` more clearly; any other is left as it is. */
export function clearDerivation(flaw: Flaw, input: unknown): Flaw[] {
  const at = /^derived\[(\d+)\]\.from$/.exec(flaw.path);
  const from = at && (input as { derived?: { from?: unknown }[] }).derived?.[Number(at[1])]?.from;
  if (typeof from !== "object" || from === null) return [flaw];
  const clear = [...keyFlaws(from, flaw.path), ...whereFlaws(from, `${flaw.path}.where`)];
  const forms = FORMS.map((keys) => keys.join(" and ")).join("; ");
  return clear.length > 0 ? clear : [{ ...flaw, right: `give the keys of one form: ${forms}` }];
}

function keyFlaws(from: object, path: string): Flaw[] {
  return Object.keys(from)
    .filter((key) => !KEYS.includes(key))
    .map((key) => ({
      path: `${path}.${key}`,
      wrong: "this key is not known here",
      right: meant(key, KEYS, "take it out"),
    }));
}

function whereFlaws(from: object, path: string): Flaw[] {
  const where = (from as { where?: unknown }).where;
  if (typeof where !== "object" || where === null) return [];
  return Object.entries(where)
    .filter(([, wanted]) => !isWanted(wanted))
    .map(([field, wanted]) => ({
      path: `${path}.${field}`,
      wrong: `${JSON.stringify(wanted)} is nothing to look for`,
      right: 'list its values, such as [true], or write {"min": 45} or {"below": 45}',
    }));
}

function isWanted(wanted: unknown): boolean {
  if (Array.isArray(wanted)) return wanted.length > 0;
  const [key, ...others] = Object.keys(wanted ?? {});
  return others.length === 0 && (key === "min" || key === "below");
}
