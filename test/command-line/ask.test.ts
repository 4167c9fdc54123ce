/** `signpost ask` and `signpost questions`, as programs. */
import { afterAll, describe, expect, test } from "vitest";
import { chat, newFolder, run } from "./signpost.ts";

const folder = newFolder();
afterAll(folder.remove);

interface Printed {
  readonly band: string;
  readonly answers: readonly {
    id: string;
    facts: string[];
    says: string;
    cites: string[];
    silent?: true;
  }[];
  readonly says?: string;
}

function ask(...words: string[]): Printed {
  const { status, out, err } = run(["ask", ...words, "--json"]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return JSON.parse(out) as Printed;
}

describe("signpost ask", () => {
  test("prints one JSON object with the answer, its facts and its place", () => {
    const { band, answers } = ask("do voluntary hours count?");
    expect(band).toBe("answer");
    expect(answers).toMatchObject([
      {
        id: "kinds-of-practice",
        facts: ["F064", "F065", "F066", "F067", "A25", "A26"],
        cites: ["Learning support practice:237-241"],
      },
    ]);
    expect(answers[0]).not.toHaveProperty("silent");
  });

  test("says what is outside, and marks that the source is silent", () => {
    const { band, answers, says } = ask("how", "much", "does", "it", "cost");
    expect({ band, silent: answers[0]?.silent, cites: answers[0]?.cites }).toEqual({
      band: "outside",
      silent: true,
      cites: [],
    });
    expect(says).toBe(answers[0]?.says);
  });

  test.each(["", "😀", "x".repeat(10_000)])("answers %j in a calm sentence", (question) => {
    const { band, answers, says } = ask(question);
    expect({ band, answers }).toEqual({ band: "outside", answers: [] });
    expect(says?.length).toBeGreaterThan(20);
  });

  test("reads as words without --json", () => {
    const { out } = run(["ask", "is it compulsory?"]);
    expect(out).toContain("at that time no statutory requirement");
    expect(out).toContain("Learning Support Practitioner Qualifications:21-28");
    expect(out).not.toContain("{");
  });
});

describe("signpost questions", () => {
  test("lists what nobody could answer, grouped, without who asked", () => {
    const data = folder.path;
    chat(data, ["start"]);
    expect(run(["questions"], { data }).out).toContain("Nothing is waiting");
    const lines = [
      "ask does the flux capacitor hum like zorbing, Priya?",
      "ask is it compulsory?",
      "that was not it",
    ];
    const input = lines.map((text) => `${JSON.stringify({ text })}\n`).join("");
    run(["chat", "--json"], { data, input });
    const { out } = run(["questions"], { data });
    expect(out).toContain("capacitor");
    expect(out).not.toContain("Priya");
    expect(out).toContain('Near "compulsory":\n  1 × is it compulsory? (not what was needed');
    const rows = run(["questions", "--json"], { data }).out.trim().split("\n");
    expect(rows.map((row) => Object.keys(JSON.parse(row) as object).toSorted())).toEqual(
      Array.from({ length: 2 }, () => ["first_day", "last_day", "nearest", "question", "reason", "times"]),
    );
  });
});
