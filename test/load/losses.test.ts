import { describe, expect, test } from "vitest";
import { findArrived } from "../../bench/load/arrived.ts";
import { findTurns } from "../../bench/load/found.ts";
import type { Arrival } from "../../bench/load/mailroom.ts";

const line = (turns: string[], acknowledgedAfter: number | null = 5) => ({
  conversation: "c",
  turns,
  at: 0,
  acknowledgedAfter,
});
const turn = (number: number, id: string) => ({ conversation: "c", id, number });

describe("lines beside turns", () => {
  test("are found by their ids where they were typed, and by their order where they were pressed", () => {
    const lines = [line(["a"]), line([]), line(["b"]), line([])];
    const turns = [turn(1, "a"), turn(2, "click:1"), turn(4, "b"), turn(5, "click:2")];
    const { wrongs, answered } = findTurns(lines, turns);
    expect(wrongs).toEqual([]);
    expect(answered.map(({ number }) => number)).toEqual([1, 2, 4, 5]);
  });

  test("are lost where they were acknowledged and are not kept", () => {
    expect(findTurns([line(["a"]), line([])], []).wrongs).toHaveLength(2);
    expect(findTurns([line(["a"], null)], []).wrongs).toEqual([]);
  });

  test("are doubled where more is kept than was said", () => {
    expect(findTurns([line([])], [turn(1, "click:1"), turn(2, "click:2")]).wrongs).toEqual([
      "c: the turn click:2 is one too many",
    ]);
    expect(findTurns([], [turn(1, "a")]).wrongs).toHaveLength(1);
  });

  test("that were said again on request are counted apart where both are kept", () => {
    const { wrongs, keptTwice } = findTurns([line(["a", "b"])], [turn(1, "a"), turn(2, "b")]);
    expect([wrongs, keptTwice]).toEqual([[], 1]);
  });
});

const reply = (number: number, isDelivered = true) => ({
  conversation: "c",
  number,
  isDelivered,
  isAnswer: true,
  reason: null,
});
const arrival = (number: number | null, message: string, at = 0, content = message): Arrival => ({
  conversation: "c",
  at,
  by: 0,
  number,
  message,
  content,
});

describe("replies beside arrivals", () => {
  test("arrived once are right, also in two pages, and changed in place by a second try", () => {
    const arrivals = [
      arrival(null, "1"),
      arrival(1, "2"),
      arrival(null, "3"),
      arrival(2, "2"),
      arrival(2, "2"),
    ];
    expect(findArrived([reply(1), reply(2)], arrivals, [[]])).toEqual({
      missing: [],
      doubled: [],
      afterKills: 0,
    });
  });

  test("are missing where they wait, and where they are marked and never came", () => {
    const { missing } = findArrived([reply(1, false), reply(2)], [arrival(1, "1")], [[]]);
    expect(missing).toEqual([
      "c#1 is not delivered: it waits",
      "c#2 is marked as delivered and did not arrive",
    ]);
  });

  test("are doubled where another message shows the same, and where one page comes again", () => {
    const twice = [arrival(1, "1"), arrival(1, "2")];
    expect(findArrived([reply(1)], twice, [[]]).doubled).toHaveLength(1);
    const pages = [arrival(null, "1", 0, "words"), arrival(null, "2", 5, "words"), arrival(1, "3")];
    expect(findArrived([reply(1)], pages, [[]]).doubled).toHaveLength(1);
  });

  test("may come again only where their own replica was killed while it had them in its hands", () => {
    const twice = [arrival(1, "1", 1_000), arrival(1, "2", 30_000)];
    const doubledWith = (kills: number[][]) => findArrived([reply(1)], twice, kills).doubled.length;
    expect(doubledWith([[1_500]])).toBe(0);
    // It was on the wire then.
    expect(doubledWith([[990]])).toBe(0);
    expect(doubledWith([[500]])).toBe(1);
    expect(doubledWith([[22_000]])).toBe(1);
    expect(doubledWith([[], [1_500]])).toBe(1);
  });
});
