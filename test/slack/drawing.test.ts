/** Whatever a reply holds, what is drawn of it is taken by Slack and leaves nothing out. */

import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerForm, entryForm } from "../../src/channels/slack/forms.ts";
import { homeView } from "../../src/channels/slack/home.ts";
import { closedMessage, messagesOf, messagesWith } from "../../src/channels/slack/message.ts";
import type { Choice, Part, Prompt, Reply } from "../../src/chat/reply.ts";
import { openLibrary } from "../../src/content/library.ts";
import { openDatabase } from "../../src/store/database.ts";
import { botFor } from "../desk.ts";
import { flawsOf } from "./payload/payload.ts";
import { unescaped } from "./unescaped.ts";

const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
const words = library.slack;
const DRAWING = { version: "7", owner: "U0ANN", words, canType: true, hasStarted: true };

/** Words as people write them, with all that Slack could take for something else. */
const typed = fc
  .array(
    fc.constantFrom(
      "a",
      "college",
      "<!channel>",
      "&",
      "<@U1>",
      "*b*",
      "\n",
      ":+1:",
      "é",
      "😀",
      "x".repeat(90),
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((pieces) => `w${pieces.join(" ")}w`);
const long = fc.nat({ max: 60 }).map((count) => `long ${"and longer ".repeat(count * 10)}end`);
const some = fc.oneof(typed, long);
const short = fc
  .string({ minLength: 1, maxLength: 40 })
  .map((text) => `s${text.replace(/[\p{Cc}\p{Cf}]/gu, "")}`);
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), text: short }),
  fc.record({ kind: fc.constant("text" as const), text: some }),
  fc.record({ kind: fc.constant("list" as const), title: short, items: fc.array(some, { maxLength: 12 }) }),
  fc.record({
    kind: fc.constant("fields" as const),
    items: fc.array(fc.record({ label: short, text: some, place: short }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant("table" as const),
    title: short,
    columns: fc.constant([{ title: "Name" }, { title: "Met", isNumber: true as const }]),
    rows: fc.array(fc.tuple(short, short), { maxLength: 250 }),
  }),
  fc.record({
    kind: fc.constant("chart" as const),
    title: some,
    unit: short,
    bars: fc.array(fc.record({ label: some, value: fc.integer({ min: 0, max: 1_000 }) }), { maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant("progress" as const),
    done: fc.nat({ max: 30 }),
    of: fc.nat({ max: 30 }),
    text: short,
  }),
);
const choices: fc.Arbitrary<Choice[]> = fc
  .uniqueArray(some, { maxLength: 130 })
  .map((labels) => labels.map((label, place) => ({ id: `c${place}`, label })));
const prompt: fc.Arbitrary<Prompt> = fc.record({
  question: fc.constant("setting"),
  fact: fc.constant("role.setting"),
  kind: fc.constantFrom("choice", "many", "hours"),
  text: some,
  example: fc.option(short),
  choices,
  isNumbered: fc.boolean(),
  form: fc.constant([]),
});
const reply: fc.Arbitrary<Reply> = fc.record({
  parts: fc.array(part, { maxLength: 8 }),
  prompt: fc.option(prompt),
});

/** The words of a reply that everybody has to be able to hear. */
function wordsIn({ parts, prompt: open }: Reply): string[] {
  const said = parts.flatMap((each) => {
    if (each.kind === "list") return [...each.items];
    if (each.kind === "fields") return each.items.map(({ text }) => text);
    if (each.kind === "table") return each.rows.flat();
    if (each.kind === "chart") return each.bars.map(({ label }) => label);
    return "text" in each ? [each.text] : [];
  });
  return [...said, ...(open ? [open.text] : [])];
}

/** A line that fills more than a block goes on behind a sign of its own. */
function squeezed(text: string): string {
  return text.replace(/^- /gm, "").replace(/\s+/g, "");
}

describe("any reply", () => {
  test("is drawn as messages that Slack takes, and no word of it is lost", () => {
    fc.assert(
      fc.property(reply, (each) => {
        const messages = messagesOf(each, DRAWING);
        expect(messages.flatMap((message) => flawsOf("message", message))).toEqual([]);
        const heard = squeezed(unescaped(messages.map(({ text }) => text).join("\n")));
        for (const piece of wordsIn(each)) expect(heard).toContain(squeezed(piece));
      }),
      { numRuns: 150 },
    );
  });

  test("looks the same once it is closed, but for what can be pressed", () => {
    fc.assert(
      fc.property(reply, (each) => {
        const closed = closedMessage(each, DRAWING);
        if (!closed) return;
        expect(flawsOf("message", closed)).toEqual([]);
        expect(closed.blocks.some(({ type }) => type === "actions")).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test("is taken on the App Home", () => {
    const home = {
      hasStarted: true,
      told: [],
      change: "change",
      titles: {},
      picture: [],
      advice: [],
      source: "A leaflet of 2010.",
    };
    fc.assert(
      fc.property(reply, (each) => {
        const view = homeView({ ...home, prompt: each.prompt }, each, { ...DRAWING, canType: false });
        expect(flawsOf("home", view)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a form", () => {
  test("for every list of the interview is taken", async () => {
    const lists = library.interview.questions.filter(({ kind }) => kind === "list");
    expect(lists.length).toBeGreaterThan(1);
    const form = [
      { id: "a", label: "How many?", kind: "number" as const, choices: [], example: "3", isNeeded: true },
      { id: "b", label: "When?", kind: "date" as const, choices: [], example: null, isNeeded: false },
      { id: "c", label: "Which?", kind: "many" as const, choices: many(12), example: null, isNeeded: false },
      {
        id: "d",
        label: "Which one?",
        kind: "choice" as const,
        choices: many(130),
        example: null,
        isNeeded: false,
      },
      {
        id: "e",
        label: "What?",
        kind: "text" as const,
        choices: [],
        example: "such as this",
        isNeeded: false,
      },
    ];
    const open = {
      question: "q",
      fact: "f",
      kind: "date",
      text: "When?",
      example: null,
      choices: [],
      isNumbered: false,
      form,
    };
    expect(flawsOf("modal", entryForm(open, "{}", words))).toEqual([]);
    expect(flawsOf("modal", answerForm(open, "{}", words))).toEqual([]);
  });

  function many(count: number): Choice[] {
    return Array.from({ length: count }, (_, place) => ({ id: `c${place}`, label: `Choice ${place}` }));
  }
});

describe("a team", () => {
  test("of which many requirements are called nearly the same has labels that differ and fit", () => {
    const bars = Array.from({ length: 12 }, (_, place) => ({
      label: `Assessedpracticewithoutaspace${place}`,
      value: place,
    }));
    const messages = messagesWith([{ kind: "chart", title: "What is open", unit: "people", bars }]);
    expect(messages.flatMap((message) => flawsOf("message", message))).toEqual([]);
  });

  test("is drawn as a table and a chart, with the figures as text", async () => {
    const db = await openDatabase(":memory:");
    const parts = await botFor(library, db, "2026-11-23").exampleTeam();
    await db.destroy();
    const messages = messagesWith(parts);
    expect(messages.flatMap((message) => flawsOf("message", message))).toEqual([]);
    const types = messages.flatMap(({ blocks }) => blocks.map(({ type }) => type));
    expect(types).toContain("data_table");
    expect(types).toContain("data_visualization");
    expect(messages.map(({ text }) => text).join("\n")).toMatch(/Name: .*; Recommended: /);
  });
});
