/** Cases of a table, judged: one small change to a fine payload, and the one flaw that comes of it. */
import { describe, expect, test } from "vitest";
import { flawsOf, type Surface } from "./payload.ts";
import { changed, type Json } from "./samples.ts";

/** What is refused, where, what is sent, Slack's words, and the JSON pointer. */
export type Refused = readonly [
  rule: string,
  surface: Surface,
  payload: unknown,
  wrong: string,
  pointer: string,
];

/** What is counted, the most there may be, what is sent with that many, Slack's words for one more, the pointer. */
export type Counted = readonly [
  what: string,
  most: number,
  surface: Surface,
  payload: (count: number) => Json,
  wrong: string,
  pointer: string,
];

export function refuses(cases: readonly Refused[]): void {
  test.each(cases)("%s is refused", (_rule, surface, payload, wrong, pointer) => {
    expect(flawsOf(surface, payload)).toEqual([`[ERROR] ${wrong} [json-pointer:${pointer}]`]);
  });
}

export function takes(cases: readonly (readonly [what: string, surface: Surface, payload: unknown])[]): void {
  test.each(cases)("%s is fine", (_what, surface, payload) => {
    expect(flawsOf(surface, payload)).toEqual([]);
  });
}

export function counts(cases: readonly Counted[]): void {
  describe.each(cases)("%s: at most %i", (_what, most, surface, payload, wrong, pointer) => {
    test("that many are fine", () => {
      expect(flawsOf(surface, payload(most))).toEqual([]);
    });
    test("one more is refused", () => {
      expect(flawsOf(surface, payload(most + 1))).toEqual([`[ERROR] ${wrong} [json-pointer:${pointer}]`]);
    });
  });
}

/** Slack's words for a text that is longer than it may be. */
export function shorterThan(most: number): string {
  return `must be less than ${most + 1} characters`;
}

/** A case within a block, an element or the like: its pointer starts there. */
export type Inner = readonly [rule: string, it: unknown, wrong: string, pointer: string];

/** Cases of what stands at a place of a payload that is fine otherwise. */
export function within(
  surface: Surface,
  place: (it: unknown) => Json,
  at: string,
  cases: readonly Inner[],
): Refused[] {
  return cases.map(([rule, it, wrong, pointer]) => [rule, surface, place(it), wrong, `${at}${pointer}`]);
}

/** How long a text in a block may be: what it is, the most, the block with a text, and where the text stands. */
export type Long = readonly [what: string, most: number, it: (text: string) => Json, pointer: string];

/** Cases of texts at a place of a payload that is fine otherwise. */
export function long(
  surface: Surface,
  place: (it: unknown) => Json,
  at: string,
  cases: readonly Long[],
): Counted[] {
  return cases.map(([what, most, it, pointer]) => [
    `characters of ${what}`,
    most,
    surface,
    (count) => place(it("x".repeat(count))),
    `must be less than ${most + 1} characters`,
    `${at}${pointer}`,
  ]);
}

/** A change to something fine: the rule it breaks, where, the new value, Slack's words, where Slack points if elsewhere. */
export type Change = readonly [rule: string, where: string, value: unknown, wrong: string, pointer?: string];

export function changesOf(fine: Json, cases: readonly Change[]): Inner[] {
  return cases.map(([rule, where, value, wrong, pointer = where]) => [
    rule,
    changed(fine, where, value),
    wrong,
    pointer,
  ]);
}
