/** Whole activities as the bot sends them; and no JSON brings the judge down. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changed } from "../../slack/payload/samples.ts";
import { objectsIn } from "../../slack/payload/walk.ts";
import { cardFlaws, flawsOf } from "./judge.ts";
import { CARDS, SAMPLES, spoilt } from "./sample.ts";

const NO_CARD = [{ path: "", wrong: "must be a card" }];

describe("an activity as this bot sends it", () => {
  test.each(Object.entries(SAMPLES))("is fine: %s", (_, activity) => {
    expect(flawsOf(activity)).toEqual([]);
  });

  test("is judged as it is on the wire, without what JSON drops", () => {
    expect(flawsOf({ ...SAMPLES.words, summary: undefined, suggestedActions: undefined })).toEqual([]);
  });

  test("is judged with the card in it, by the card's place", () => {
    const flaws = flawsOf(changed(SAMPLES.form, "/attachments/0/content/body/2/label", ""));
    expect(flaws).toEqual([{ path: "attachments[0].content.body[2].label", wrong: "must not be empty" }]);
  });
});

describe("a card alone", () => {
  test("is judged by every judge of cards", () => {
    const { fallbackText: _, ...card } = spoilt(["", "advice", "/body/2/data/0/value", 7]);
    const said = cardFlaws({
      ...card,
      body: [...(card.body as []), { type: "Poem" }, { type: "TextBlock" }],
    });
    expect(said).toEqual([
      { path: "", wrong: 'Unknown element type "Poem". Fallback will be used if present.' },
      { path: "fallbackText", wrong: "must say what the card says" },
      { path: "body[7].text", wrong: "must not be empty" },
      { path: "body[7].wrap", wrong: "must be true" },
      { path: "body[2]", wrong: "must be said as text: 7" },
    ]);
  });

  test.each([null, 7, "card", []])("is none: %j", (value) => {
    expect(cardFlaws(value)).toEqual(NO_CARD);
  });
});

describe("any JSON", () => {
  const places = Object.values(CARDS).flatMap((card) =>
    [...objectsIn(card)].flatMap(({ it, at }) =>
      Object.keys(it).map((key) => ({ card, at: `${at}/${key}` })),
    ),
  );

  test("is judged, never thrown at", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(flawsOf(value)).not.toEqual([]);
        expect(cardFlaws(value)).not.toEqual([]);
      }),
    );
  });

  test("is judged at any place of a card that was fine", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), ({ card, at }, value) => {
        expect(Array.isArray(cardFlaws(changed(card, at, value)))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
