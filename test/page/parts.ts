/** A page with every part that a reply can have, so that those which no talk brings up yet are looked at too. */
import { fileURLToPath } from "node:url";
import type { Drawing } from "../../src/channels/web/drawing.ts";
import type { Part } from "../../src/chat/reply.ts";
import { readAround } from "../../src/content/around.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const MARKS = [
  ["met", "met"],
  ["unmet", "still to do"],
  ["unknown", "not known"],
  ["not-applicable", "does not apply yet"],
] as const;

export const ALL_PARTS: readonly Part[] = [
  { kind: "heading", text: "All that can be said" },
  { kind: "text", text: "Twelve people: five ready, four on the way." },
  { kind: "list", title: "In this order", isNumbered: true, items: ["the first", "the second"] },
  {
    kind: "fields",
    title: "Line by line",
    items: MARKS.map(([status, word]) => ({
      label: `A line that is ${word}`,
      text: "Why it is so.",
      mark: { status, word },
      amount: { done: 22.5, of: 30, unit: "hours" },
      place: "A section:1-2; Another section:3-4",
    })),
  },
  {
    kind: "table",
    title: "Everybody",
    columns: [{ title: "Who" }, { title: "Hours", isNumber: true }],
    rows: [
      ["A. Trainee", "22.5"],
      ["B. Trainee", "31"],
    ],
  },
  {
    kind: "chart",
    title: "Hours by area",
    unit: "hours",
    bars: [
      { label: "Literacy", value: 12 },
      { label: "Numeracy", value: 0 },
    ],
  },
  { kind: "progress", done: 3, of: 4, text: "3 of 4 settled" },
  { kind: "file", name: "a-record.json", type: "application/json", content: "{}" },
];

export function drawingWith(parts: readonly Part[]): Drawing {
  const { page: words } = readAround(`${ROOT}conversations`, ROOT);
  if (!words) throw new Error("The words of the page cannot be read");
  return {
    home: {
      hasStarted: true,
      prompt: null,
      told: [],
      change: "change",
      titles: {},
      picture: parts.filter(({ kind }) => kind === "progress" || kind === "fields"),
      advice: [],
      source: "A source.",
    },
    exchanges: [
      {
        said: { text: "gaps" },
        reply: { parts, prompt: null },
        conversation: "c",
        number: 7,
        isDelivered: true,
      },
    ],
    previews: [],
    persona: "trainee",
    team: null,
    words,
    turn: () => "a-turn-of-a-test",
  };
}
