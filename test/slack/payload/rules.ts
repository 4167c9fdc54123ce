/** What must be so across a whole message or view; single shapes and lengths are judged elsewhere. */
import { type Flaw, pointerOf } from "./flaw.ts";
import { LIMITS } from "./limits.ts";
import { isObject, listOf, objectsIn, type Seen, wordsIn } from "./walk.ts";

export interface Whole {
  readonly surface: "message" | "ephemeral" | "home" | "modal";
  /** The message or the view; empty where it is no object. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly blocks: readonly Seen[];
  /** Every object in the blocks, the blocks themselves among them. */
  readonly objects: readonly Seen[];
}

/** Any JSON, taken as a message or a view; what is none has no blocks. */
export function wholeOf(surface: Whole["surface"], sent: unknown): Whole {
  const payload = isObject(sent) ? sent : {};
  const blocks = listOf(payload.blocks).flatMap((it, index) => {
    const path = ["blocks", index];
    return isObject(it) ? [{ it, path, at: pointerOf(path) }] : [];
  });
  return { surface, payload, blocks, objects: blocks.flatMap(({ it, path }) => [...objectsIn(it, path)]) };
}

export const RULES: readonly ((whole: Whole) => Flaw[])[] = [
  ({ blocks }) => repeated(blocks, "block_id"),
  ({ blocks }) => blocks.flatMap(({ it, path }) => repeated([...objectsIn(it, path)], "action_id")),
  ({ objects }) => beyond(1, "primary button", objects.filter(isPrimary)),
  ({ objects }) =>
    beyond(
      1,
      "focus_on_load",
      objects.filter(({ it }) => it.focus_on_load === true),
    ),
  ({ blocks }) => beyond(LIMITS.table.perMessage, "table", blocks.filter(isTable)),
  ({ blocks }) => beyond(LIMITS.chart.perMessage, "data_visualization", blocks.filter(isChart)),
  markdownTogether,
  submittable,
  dispatching,
  answering,
  weight,
];

function isPrimary({ it }: Seen): boolean {
  return it.type === "button" && it.style === "primary";
}

function isTable({ it }: Seen): boolean {
  return it.type === "table" || it.type === "data_table";
}

function isChart({ it }: Seen): boolean {
  return it.type === "data_visualization";
}

function repeated(seen: readonly Seen[], key: string): Flaw[] {
  const known = new Set<unknown>();
  return seen.flatMap(({ it, at }) => {
    const name = it[key];
    if (typeof name !== "string") return [];
    const flaws = known.has(name) ? [{ wrong: "must be unique", at: `${at}/${key}` }] : [];
    known.add(name);
    return flaws;
  });
}

function beyond(most: number, name: string, seen: readonly Seen[]): Flaw[] {
  return seen.slice(most).map(({ at }) => ({ wrong: `no more than ${most} ${name} allowed`, at }));
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

function markdownTogether({ blocks }: Whole): Flaw[] {
  const texts = blocks.filter(({ it }) => it.type === "markdown").flatMap(({ it }) => wordsIn(it));
  const isFlaw = texts.length > 1 && lengthOf(texts) > LIMITS.markdown;
  return isFlaw ? [{ wrong: `must be less than ${LIMITS.markdown + 1} characters`, at: "/blocks" }] : [];
}

function submittable({ surface, payload, blocks }: Whole): Flaw[] {
  const isFlaw =
    surface === "modal" && payload.submit === undefined && blocks.some(({ it }) => it.type === "input");
  return isFlaw ? [{ wrong: "submit is required with an input block", at: "/submit" }] : [];
}

/** What an input would dispatch is heard only where its block says so. */
function dispatching({ blocks }: Whole): Flaw[] {
  return blocks.flatMap(({ it, at }) => {
    const isAsked = isObject(it.element) && it.element.dispatch_action_config !== undefined;
    return isAsked && it.dispatch_action !== true
      ? [{ wrong: "dispatch_action must be true", at: `${at}/dispatch_action` }]
      : [];
  });
}

/** A response_url comes with a submission only, so from an input block of a modal. */
function answering({ surface, blocks, objects }: Whole): Flaw[] {
  const inputs = blocks.filter(({ it }) => surface === "modal" && it.type === "input");
  const heard = new Set(inputs.map(({ it }) => it.element));
  return objects
    .filter(({ it }) => it.response_url_enabled === true && !heard.has(it))
    .map(({ at }) => ({ wrong: "only in an input block of a modal", at: `${at}/response_url_enabled` }));
}

function weight({ surface, payload, blocks }: Whole): Flaw[] {
  if (surface === "home" || surface === "modal") {
    const isFlaw = Buffer.byteLength(JSON.stringify(payload)) > LIMITS.view;
    return isFlaw ? [{ wrong: `must be at most ${LIMITS.view} bytes`, at: "" }] : [];
  }
  const isFlaw = lengthOf(wordsIn(blocks.map(({ it }) => it))) > LIMITS.blocksText;
  return isFlaw ? [{ wrong: `must be less than ${LIMITS.blocksText + 1} characters`, at: "/blocks" }] : [];
}
