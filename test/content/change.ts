/** One small change to a JSON file, given as data: `rows[general].event.params.why` and what to write there. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Change {
  /** Below the root. */
  readonly file: string;
  /**
   * Keys and places; `[general]` is the entry of a list that is called so, `[+]` is behind the last.
   * Without it the whole file is meant.
   */
  readonly at?: string;
  /** Without it, what is there is taken out. */
  readonly value?: unknown;
}

type Json = Record<string, unknown>;

export function applyChange(root: string, { file, at, value }: Change): void {
  const path = join(root, file);
  if (at === undefined) {
    if (value === undefined) rmSync(path, { recursive: true });
    else writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
    return;
  }
  const content = contentOf(path);
  const keys = keysOf(content, at, true);
  const last = keys.pop() as string | number;
  const target = keys.reduce<unknown>((here, key) => (here as Json)[key], content) as Json;
  if (value === undefined && Array.isArray(target)) target.splice(last as number, 1);
  else if (value === undefined) delete target[last];
  else target[last] = value;
  writeFileSync(path, JSON.stringify(content));
}

/** The place as a finding writes it, with numbers instead of names; `[+]` is the last entry now. */
export function placeIn(root: string, file: string, at: string): string {
  const path = join(root, file);
  if (!existsSync(path) || at === "") return at;
  return keysOf(contentOf(path), at, false)
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
}

function contentOf(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Where a name is not found, it is kept as a key: findings speak of things that are not there. */
function keysOf(content: unknown, at: string, isNew: boolean): (string | number)[] {
  let here = content;
  return [...at.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, inside, key]) => {
    const found =
      inside !== undefined && Array.isArray(here) ? placeOf(here, inside, isNew) : (inside ?? key);
    here = (here as Json | undefined)?.[found as string];
    return found as string | number;
  });
}

function placeOf(list: readonly unknown[], name: string, isNew: boolean): number {
  if (name === "+") return isNew ? list.length : list.length - 1;
  if (/^\d+$/.test(name)) return Number(name);
  const at = list.findIndex((each) => ["id", "name", "title"].some((key) => (each as Json)[key] === name));
  if (at < 0) throw new Error(`nothing in this list is called "${name}"`);
  return at;
}
