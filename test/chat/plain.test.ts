import { describe, expect, test } from "vitest";
import { plainText } from "../../src/chat/plain.ts";
import type { Part } from "../../src/chat/reply.ts";

const CASES: readonly { part: Part; says: string }[] = [
  { part: { kind: "heading", text: "Your advice" }, says: "Your advice" },
  { part: { kind: "text", text: "It fits." }, says: "It fits." },
  { part: { kind: "list", items: ["one", "two"] }, says: "- one\n- two" },
  {
    part: { kind: "list", title: "Next", isNumbered: true, items: ["one", "two"] },
    says: "Next\n1. one\n2. two",
  },
  {
    part: {
      kind: "fields",
      title: "Line by line",
      items: [
        {
          label: "Practice hours",
          text: "You have 22.5 of 30 hours.",
          mark: { status: "unmet", word: "still to do" },
          amount: { done: 22.5, of: 30, unit: "hours" },
          place: "Practice:235",
        },
        { label: "Mentor", text: "Not told." },
      ],
    },
    says: "Line by line\n- still to do: Practice hours. You have 22.5 of 30 hours. (Practice:235)\n- Mentor. Not told.",
  },
  {
    part: {
      kind: "table",
      title: "The team",
      columns: [{ title: "Name" }, { title: "Met", isNumber: true }],
      rows: [
        ["Amy", "3"],
        ["Ben", "5"],
      ],
    },
    says: "The team\n- Name: Amy; Met: 3\n- Name: Ben; Met: 5",
  },
  {
    part: {
      kind: "chart",
      title: "What is open",
      unit: "people",
      bars: [{ label: "Practice", value: 4 }],
    },
    says: "What is open\n- Practice: 4 people",
  },
  { part: { kind: "progress", done: 3, of: 18, text: "3 of 18 settled" }, says: "(3 of 18 settled)" },
  {
    part: { kind: "file", name: "record.json", type: "application/json", content: "{}\n" },
    says: "--- record.json ---\n{}\n--- end of record.json ---",
  },
];

describe("the plain form of a part", () => {
  test.each(CASES.map(({ part, says }) => [part.kind, part, says] as const))(
    "of a %s says the same",
    (_, part, says) => {
      expect(plainText(part)).toBe(says);
    },
  );
});
