/** Whole payloads as this bot sends them; and no JSON brings the judge down. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takes } from "./case.ts";
import { flawsOf, type Surface } from "./payload.ts";
import { ADVICE, changed, HOME, MODAL, message, PIE, QUESTION, TABLE, TEAM } from "./samples.ts";

const PIE_OF_3 = changed(PIE, "/chart/segments/0/value", 3);

describe("a payload as this bot sends it", () => {
  takes([
    ["a question", "message", QUESTION],
    ["advice", "message", ADVICE],
    ["a team with its charts", "message", TEAM],
    ["a figure told in a table", "message", message(TABLE, PIE_OF_3)],
    ["an answer that only its asker sees", "ephemeral", { text: "3 &lt; 4 &amp; 5 &gt; 4", user: "U1" }],
    ["a message that loses its blocks", "message", { text: "Done", blocks: [], ts: "1" }],
    ["a Home", "home", HOME],
    ["a modal", "modal", MODAL],
    ["what JSON drops", "message", { text: "Yes", blocks: undefined, thread_ts: undefined }],
  ]);
});

describe("a payload that is any JSON", () => {
  const surfaces = fc.constantFrom<Surface>("message", "ephemeral", "home", "modal");
  const places = [QUESTION, ADVICE, TEAM, HOME, MODAL].flatMap((payload) =>
    pointersIn(payload).map((pointer) => ({ payload, pointer })),
  );

  test("is judged, never thrown at", () => {
    fc.assert(
      fc.property(surfaces, fc.jsonValue(), (surface, payload) => {
        expect(Array.isArray(flawsOf(surface, payload))).toBe(true);
      }),
    );
  });

  test("is judged at any place of a payload that was fine", () => {
    fc.assert(
      fc.property(surfaces, fc.constantFrom(...places), fc.jsonValue(), (surface, place, value) => {
        expect(Array.isArray(flawsOf(surface, changed(place.payload, place.pointer, value)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a key that Slack does not know", () => {
  const samples = [
    ["message", QUESTION],
    ["message", ADVICE],
    ["message", TEAM],
    ["home", HOME],
    ["modal", MODAL],
  ] as const;
  const places = samples.flatMap(([surface, payload]) =>
    pointersIn(payload)
      .filter((pointer) => pointer.startsWith("/blocks/") && isObjectAt(payload, pointer))
      .map((pointer) => ({ surface, payload, pointer })),
  );

  test.each(places)("is refused in a $surface at $pointer", ({ surface, payload, pointer }) => {
    expect(flawsOf(surface, changed(payload, `${pointer}/colour`, "red"))).toEqual([
      `[ERROR] invalid additional property: colour [json-pointer:${pointer}]`,
    ]);
  });
});

function pointersIn(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    `${at}/${key}`,
    ...pointersIn(each, `${at}/${key}`),
  ]);
}

function isObjectAt(payload: unknown, pointer: string): boolean {
  let here = payload;
  for (const key of pointer.split("/").slice(1)) here = (here as Record<string, unknown>)[key];
  return typeof here === "object" && !Array.isArray(here);
}
