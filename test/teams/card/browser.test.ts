/** The samples as a browser draws them; and that what cannot be read there is noticed. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { isBrowserMissing } from "../../page/browser.ts";
import { many } from "../../slack/payload/samples.ts";
import { type Drawing, drawCards } from "./browser.ts";
import { type Bad, CARDS, spoilt } from "./sample.ts";

const FINE = { missing: [], complaints: [], overflow: 0, cut: [] };
const LONG = "long".repeat(50);
const line = (text: string) => ({ type: "TextBlock", text });
const action = (place: number) => ({ type: "Action.Submit", title: `Go ${place}` });
const WIDE = { type: "ColumnSet", columns: [{ type: "Column", width: "900px", items: [line("Go")] }] };

/** What is wrong, and what is said of it beside what is fine. */
const NOTICED: readonly (readonly [bad: Bad, seen: Partial<Record<keyof Drawing, unknown>>])[] = [
  [["text on one line", "question", "/body/0", line(`Go ${LONG}`)], { cut: [`Go ${LONG}`] }],
  [["a button that is too long", "question", "/actions/0/title", LONG], { cut: [LONG] }],
  [
    ["a column that is too wide", "question", "/body/0", WIDE],
    { overflow: expect.toSatisfy((pixels: number) => pixels > 100) },
  ],
  [["a seventh button", "form", "/actions", many(7, action)], { missing: ["Go 6"] }],
];

describe.skipIf(isBrowserMissing)("a card in a browser", () => {
  test("is drawn in full at every width, with all that can be pressed and filled in", async () => {
    const drawings = await drawCards(Object.values(CARDS));
    const sizes = { advice: [2, 0], form: [2, 6], question: [5, 0] };
    expect(drawings).toEqual(
      Object.keys(CARDS).flatMap((name, card) => {
        const [buttons, inputs] = sizes[name as keyof typeof CARDS];
        return [380, 700].map((width) => ({
          ...FINE,
          card,
          width,
          text: expect.any(String),
          buttons,
          inputs,
        }));
      }),
    );
  });

  test("is drawn with its words as people read them", async () => {
    const text = "One\n\n1. **Two**\n- [three](https://example.org) \\*four\\* five_six";
    const card = { ...CARDS.form, body: [{ type: "TextBlock", text, wrap: true }], actions: [] };
    const [drawing] = await drawCards([card]);
    expect(drawing).toMatchObject(FINE);
    expect(drawing?.text.split(/\n+/)).toEqual(["One", "1. Two", "• three *four* five_six"]);
  });

  describe("is noticed to have", () => {
    let drawings: readonly Drawing[];
    beforeAll(async () => {
      drawings = await drawCards(NOTICED.map(([bad]) => spoilt(bad)));
    });

    test.each(NOTICED.map(([[wrong], seen], card) => [wrong, card, seen] as const))("%s", (_, card, seen) => {
      const own = drawings.filter((drawing) => drawing.card === card);
      expect(own).toHaveLength(2);
      for (const drawing of own) expect(drawing).toMatchObject({ ...FINE, ...seen });
    });
  });

  test("is kept for people to look at", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cards-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await drawCards([CARDS.form], folder);
    expect(readdirSync(folder).sort()).toEqual(["card-0-380.png", "card-0-700.png"]);
  });

  test("that is none is a complaint", async () => {
    const [drawing] = await drawCards([null]);
    expect(drawing?.complaints).toEqual([expect.stringContaining("TypeError")]);
  });
});
