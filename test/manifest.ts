/** A manifest with one value changed, and the tables of a guide: for the tests of what an admin installs. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** `path`: such as bots.0.commandLists */
export function at(value: Json, path: string): Json {
  return path.split(".").reduce((inner: Json, key) => (inner as { [key: string]: Json })[key] ?? null, value);
}

/** A copy with another value in one place. */
export function changed(manifest: Json, path: string, value: Json): Json {
  const copy: Json = structuredClone(manifest);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const outer = keys.length === 0 ? copy : at(copy, keys.join("."));
  (outer as { [key: string]: Json })[last] = value;
  return copy;
}

/** The same with so many characters, or so many entries. */
export function stretched(value: Json, size: number): Json {
  if (typeof value === "string") return value.slice(0, size).padEnd(size, "x");
  const [first = "x"] = value as Json[];
  return Array.from({ length: size }, (_, place) => (typeof first === "string" ? `${first}${place}` : first));
}

/** Every address that stands anywhere in it. */
export function addresses(value: Json): URL[] {
  if (typeof value === "string") return URL.canParse(value) && value.includes("://") ? [new URL(value)] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(addresses) : [];
}

/** The first column of a guide's table under a heading, with what stands beside it. */
export function tableUnder(guide: string, heading: string): Map<string, string> {
  const section = guide.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.matchAll(/^\| `?([^`|]+?)`? \| (.+) \|$/gm);
  return new Map([...rows].slice(1).map(([, name = "", why = ""]) => [name, why]));
}
