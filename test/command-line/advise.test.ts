import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advise.ts";
import { newFolder, run } from "./signpost.ts";

const folder = newFolder();
afterAll(folder.remove);

/** The record of the contract's own example, with 22.5 hours of practice. */
const RECORD = {
  format: "signpost.record/1",
  edition: "lluk-2010",
  role: {
    setting: "fe-college",
    worksDirectlyWithLearners: true,
    directed: true,
    leadsTheLearning: false,
    supports: "general",
  },
  units: [{ unit: "M1", level: 3, status: "achieved" }],
  practice: [
    { hours: 22.5, kind: "employed", area: "general", with: ["individuals", "groups"], date: "2010-03-10" },
  ],
};

function file(name: string, content: unknown): string {
  const path = join(folder.path, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("signpost advise", () => {
  test("prints one JSON object for a record, with figures and places", () => {
    const { status, out, err } = run(["advise", file("a.json", RECORD), "--json"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const advice = JSON.parse(out) as Advice;
    expect(advice.recommended[0]).toMatchObject({ qualification: "certificate", strength: "primary" });
    const hours = advice.qualifications[0]?.requirements.find(
      ({ id }) => id === "certificate.practice-hours",
    );
    expect(hours).toMatchObject({
      status: "unmet",
      actual: 22.5,
      required: 30,
      remaining: 7.5,
      unit: "hours",
    });
    expect(hours?.cites).toEqual(["Learning support practice:235-241"]);
  });

  test("reads to a person without --json", () => {
    const { status, out } = run(["advise", file("b.json", RECORD)]);
    expect(status).toBe(0);
    expect(out).toContain("7.5 hours of practice still to do: you have 22.5 of 30 hours.");
    expect(out).toContain("leaflet from 2010");
  });

  test("takes several files, in order", () => {
    const other = file("d.json", { ...RECORD, practice: [] });
    const { out } = run(["advise", file("c.json", RECORD), other, "--json"]);
    const actual = out
      .trim()
      .split("\n")
      .map(
        (line) =>
          (JSON.parse(line) as Advice).qualifications[0]?.requirements.find(
            ({ id }) => id === "certificate.practice-hours",
          )?.actual,
      );
    expect(actual).toEqual([22.5, 0]);
  });

  test("takes thousands of records from standard input, one a line", () => {
    const input = Array.from({ length: 3_000 }, (_, hours) =>
      JSON.stringify({ ...RECORD, practice: [{ hours }] }),
    ).join("\n");
    const { status, out } = run(["advise", "-", "--json"], { input });
    expect(status).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(3_000);
  });

  test("refuses a record with every problem, one a line, and prints nothing on standard output", () => {
    const wrong = {
      ...RECORD,
      edition: "lluk-2010",
      mentr: true,
      role: { setting: "colege" },
      practice: [{ hours: -1 }, { hours: "3" }],
    };
    const path = file("wrong.json", wrong);
    const { status, out, err } = run(["advise", path, "--json"]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    const lines = err.trim().split("\n");
    expect(lines).toHaveLength(4);
    expect(err).toContain(`${path}: mentr: this key is not known here. Did you mean "mentor"?`);
    expect(err).toContain('role.setting: "colege" is not a value it can have');
    expect(err).toContain("practice[0].hours: -1 is too little; at least 0");
    expect(err).toContain('practice[1].hours: "3" is not a number');
  });

  test.each([
    ["broken JSON", "{", "is not JSON"],
    [
      "an unknown edition",
      { format: "signpost.record/1", edition: "lluk-2011" },
      'Did you mean "lluk-2010"?',
    ],
    ["no object", "[]", "[] is not an object"],
    ["another format", { format: "signpost.record/2", edition: "lluk-2010" }, 'format: "signpost.record/2"'],
  ])("refuses %s", (name, content, words) => {
    const { status, out, err } = run(["advise", file(`${name}.json`, content), "--json"]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(words);
  });

  test("names a file that cannot be read, and still advises on the others", () => {
    const { status, out, err } = run([
      "advise",
      join(folder.path, "none.json"),
      file("e.json", RECORD),
      "--json",
    ]);
    expect(status).toBe(2);
    expect(err).toContain("this file cannot be read");
    expect(out.trim().split("\n")).toHaveLength(1);
  });
});
