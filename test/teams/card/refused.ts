/** Cases of a table, judged: one small change to a card that was fine, and the flaws that one judge finds. */
import { expect, test } from "vitest";
import type { Flaw } from "./flaw.ts";
import { type Bad, CARDS, spoilt } from "./sample.ts";

type Judge = (card: Record<string, unknown>) => Flaw[];

/** A change, where the one flaw is that comes of it, and what is said. */
export type Refused = readonly [bad: Bad, path: string, said: string];

export function takesSamples(judge: Judge): void {
  test.each(Object.entries(CARDS))("takes %s", (_, card) => {
    expect(judge(card)).toEqual([]);
  });
}

export function refuses(judge: Judge, cases: readonly Refused[]): void {
  test.each(cases.map(([bad, ...flaw]) => [bad[0], bad, ...flaw] as const))(
    "refuses %s",
    (_, bad, path, wrong) => {
      expect(judge(spoilt(bad))).toEqual([{ path, wrong }]);
    },
  );
}

export function takes(judge: Judge, cases: readonly Bad[]): void {
  test.each(cases.map((bad) => [bad[0], bad] as const))("takes %s", (_, bad) => {
    expect(judge(spoilt(bad))).toEqual([]);
  });
}
