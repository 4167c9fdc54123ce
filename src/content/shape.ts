/** Says of a condition that fits no form what exactly is wrong with it. */
import { OPERATORS } from "../facts/condition.ts";
import type { Flaw } from "../facts/flaw.ts";
import { nearest } from "../facts/nearest.ts";
import { meant } from "./finding.ts";

const GROUPS = ["all", "any", "not"];
const LEAF = ["fact", "operator", "value"];
/** What json-rules-engine would take and we do not, with the reason. */
const REFUSED: Readonly<Record<string, string>> = {
  priority: "take it out: json-rules-engine would leave the conditions behind it unjudged",
  path: "take it out: facts here are plain values, derived in facts.json",
  params: "take it out: facts here take no parameters, derive one in facts.json",
  condition: "write the condition out: named ones are found missing only when they run",
};

/** Flaws of everything below a `conditions`, `appliesWhen` or `when`, anywhere in a file. */
function conditionFlaws(value: unknown, path = ""): Flaw[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = placeOf(value, path, key);
    const isTop = ["conditions", "appliesWhen", "when"].includes(key);
    return isTop ? topFlaws(inner, place) : conditionFlaws(inner, place);
  });
}

/** The flaws that the schema found, with those of conditions put more clearly. */
export function clearConditions(flaws: readonly Flaw[], input: unknown): Flaw[] {
  const clear = conditionFlaws(input);
  const isInside = ({ path }: Flaw) => /(?:^|\.)(?:conditions|appliesWhen|when)(?:$|\.)/.test(path);
  return clear.length === 0 ? [...flaws] : [...flaws.filter((flaw) => !isInside(flaw)), ...clear];
}

function topFlaws(value: unknown, path: string): Flaw[] {
  const keys = keysOf(value);
  const isLeaf = keys.some((key) => LEAF.includes(key)) && !keys.some((key) => GROUPS.includes(key));
  if (isLeaf)
    return [{ path, wrong: "the top of a condition has to be a group", right: 'put it into {"all": […]}' }];
  return flawsOf(value, path);
}

function flawsOf(value: unknown, path: string): Flaw[] {
  const keys = keysOf(value);
  const groups = keys.filter((key) => GROUPS.includes(key));
  if (groups.length > 1) {
    const wrong = `${groups.join(" and ")} stand side by side, and only one would be judged`;
    return [{ path, wrong, right: 'put them into one {"all": […]}' }];
  }
  const [group] = groups;
  const own = group ? [group] : LEAF;
  const extra = keys.filter((key) => !own.includes(key)).map((key) => extraFlaw(key, path, own));
  if (group) return [...extra, ...groupFlaws(value, group, path)];
  if (keys.includes("condition")) return extra;
  return [...extra, ...leafFlaws(value, path)];
}

function groupFlaws(value: unknown, group: string, path: string): Flaw[] {
  const inner = (value as Record<string, unknown>)[group];
  const place = `${path}.${group}`;
  if (group === "not") return flawsOf(inner, place);
  if (!Array.isArray(inner)) return [{ path: place, wrong: "this is no list", right: "give a list in [ ]" }];
  if (inner.length === 0)
    return [{ path: place, wrong: "this group is empty, which would always hold", right: "add a condition" }];
  return inner.flatMap((part, at) => flawsOf(part, `${place}[${at}]`));
}

function leafFlaws(value: unknown, path: string): Flaw[] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [{ path, wrong: "this is no condition", right: "give fact, operator and value in { }" }];
  const { operator, value: compared } = value as Record<string, unknown>;
  const missing = LEAF.filter((key) => !(key in value)).map((key) => ({
    path: `${path}.${key}`,
    wrong: "this is missing",
    right: "a condition has fact, operator and value",
  }));
  const known: readonly string[] = OPERATORS;
  const isOperator = operator === undefined || known.includes(String(operator));
  const misfits = [
    ...(isOperator
      ? []
      : [
          {
            path: `${path}.operator`,
            wrong: `"${operator}" is no operator`,
            right: nearest(String(operator), known)
              ? meant(String(operator), known, "")
              : `one of ${known.join(", ")}`,
          },
        ]),
    ...(compared === undefined || isComparable(compared)
      ? []
      : [
          {
            path: `${path}.value`,
            wrong: `${JSON.stringify(compared)} is nothing to compare with`,
            right: "give a text, a number, true or false, or a list of them that is not empty",
          },
        ]),
  ];
  return [...missing, ...misfits];
}

function isComparable(value: unknown): boolean {
  const isScalar = (each: unknown) => ["string", "number", "boolean"].includes(typeof each);
  return Array.isArray(value) ? value.length > 0 && value.every(isScalar) : isScalar(value);
}

function extraFlaw(key: string, path: string, known: readonly string[]): Flaw {
  const right = REFUSED[key] ?? meant(key, known, "take it out");
  return { path: `${path}.${key}`, wrong: "this key is not known here", right };
}

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function placeOf(value: object, path: string, key: string): string {
  if (Array.isArray(value)) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}
