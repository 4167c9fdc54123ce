import { describe, expect, test } from "vitest";
import { type Flaw, readJson, readWith, sentenceOf } from "../../src/facts/flaw.ts";
import { LLUK, lluk, loadContent, schemaOf } from "../editions/load.ts";

const schema = schemaOf(loadContent(LLUK));

function flawsIn(told: Record<string, unknown>): readonly Flaw[] {
  const read = readWith(schema, lluk(told));
  return "flaws" in read ? read.flaws : [];
}

/** The one flaw, as a line. */
function lineIn(told: Record<string, unknown>): string {
  const flaws = flawsIn(told);
  expect(flaws).toHaveLength(1);
  return flaws.map(sentenceOf).join("\n");
}

describe("reading a record", () => {
  test("gives it back when nothing is wrong", () => {
    const record = lluk({ mentor: null, units: [{ unit: "M1", status: "achieved" }], practice: [] });
    expect(readWith(schema, record)).toEqual({ value: record });
  });

  test("refuses an unknown key with its path and the nearest known key, at every depth", () => {
    expect(lineIn({ mentr: true })).toMatch(/^mentr: .*"mentor"/);
    expect(lineIn({ role: { setings: "none" } })).toMatch(/^role\.setings: .*"setting"/);
    expect(lineIn({ skills: { english: { levl: 2 } } })).toMatch(/^skills\.english\.levl: .*"level"/);
    expect(lineIn({ practice: [{ hours: 1 }, { hour: 2 }] })).toMatch(/^practice\[1\]\.hour: .*"hours"/);
  });

  test("refuses an unknown key that is near to none, and says what is known there", () => {
    expect(lineIn({ practice: [{ banana: 1 }] })).toMatch(/^practice\[0\]\.banana: .*hours.*kind.*area/);
  });

  test("refuses a wrong choice with the right ones and the nearest of them", () => {
    const line = lineIn({ role: { setting: "prisson" } });
    expect(line).toMatch(/^role\.setting: "prisson"/);
    expect(line).toContain("fe-college, adult-community");
    expect(line).toContain('Did you mean "prison"?');
    expect(lineIn({ role: { areas: ["literacy", "numracy"] } })).toMatch(/^role\.areas\[1\]: .*"numeracy"/);
    expect(lineIn({ units: [{ unit: "O99", status: "achieved" }] })).toMatch(/^units\[0\]\.unit: "O99"/);
  });

  test("refuses a record of another edition with the one that is right", () => {
    expect(lineIn({ edition: "lluk-2011" })).toMatch(/^edition: .*"lluk-2011".*"lluk-2010"/);
  });

  test("refuses an entry without what it has to have", () => {
    expect(lineIn({ units: [{ unit: "M1" }] })).toMatch(/^units\[0\]\.status: .*missing.*achieved/);
    expect(lineIn({ units: [{ status: "achieved" }] })).toMatch(/^units\[0\]\.unit: .*missing/);
  });

  test("refuses a wrong type and names the right one", () => {
    expect(lineIn({ mentor: "yes" })).toMatch(/^mentor: "yes" .*true or false/);
    expect(lineIn({ practice: [{ hours: "30" }] })).toMatch(/^practice\[0\]\.hours: "30" .*a number/);
    expect(lineIn({ practice: 30 })).toMatch(/^practice: 30 .*a list/);
    expect(lineIn({ role: [] })).toMatch(/^role: .*an object/);
    expect(lineIn({ skills: { maths: { level: 1.5 } } })).toMatch(
      /^skills\.maths\.level: 1.5 .*a whole number/,
    );
  });

  test("refuses what is too much or too little with the bound", () => {
    expect(lineIn({ skills: { maths: { level: 9 } } })).toMatch(/^skills\.maths\.level: 9 .*8/);
    expect(lineIn({ practice: [{ hours: -1 }] })).toMatch(/^practice\[0\]\.hours: -1 .*0/);
    expect(lineIn({ observations: [{ minutes: 10_001 }] })).toMatch(
      /^observations\[0\]\.minutes: 10001 .*10000/,
    );
  });

  test("refuses a date that is none and shows how one is written", () => {
    for (const date of ["10/03/2010", "2010-02-30", "2010-3-1"]) {
      expect(lineIn({ practice: [{ date }] })).toMatch(/^practice\[0\]\.date: .*\d{4}-\d{2}-\d{2}/);
    }
  });

  test("tells every flaw at once", () => {
    const flaws = flawsIn({
      mentr: true,
      practice: [{ hours: "3", area: "maths" }],
      units: [{ unit: "M1" }],
    });
    expect(flaws.map(({ path }) => path).sort()).toEqual(
      ["mentr", "practice[0].area", "practice[0].hours", "units[0].status"].sort(),
    );
  });

  test("shortens what was written when it is very long", () => {
    expect(lineIn({ role: { setting: "x".repeat(500) } }).length).toBeLessThan(300);
  });
});

describe("reading JSON text", () => {
  test("refuses broken JSON as one flaw of the whole file", () => {
    const read = readJson(schema, '{"format": "signpost.record/1",');
    expect(read).toMatchObject({ flaws: [{ path: "", wrong: expect.stringContaining("not JSON") }] });
  });

  test("reads past a byte order mark", () => {
    expect(readJson(schema, `\uFEFF${JSON.stringify(lluk())}`)).toEqual({ value: lluk() });
  });

  test("refuses JSON that is no record at all", () => {
    for (const text of ["null", "[]", "3", '"record"']) {
      expect(readJson(schema, text)).toMatchObject({ flaws: [{ path: "" }] });
    }
  });
});
