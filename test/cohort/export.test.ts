import { describe, expect, test } from "vitest";
import { cohortFileSchema, csvOf, type Exported, fileName, jsonOf } from "../../src/cohort/export.ts";

const AMY: Exported = {
  name: "Amy Khan",
  qualification: "Level 3 Certificate in Learning Support",
  canStart: "yes",
  stage: "on the way",
  met: 8,
  of: 11,
  open: ["Practice hours", "Optional units"],
  lastTold: "2026-11-20",
  joined: "2026-09-01",
  edition: "lluk-2010",
};
const TITLES = {
  name: "Name",
  qualification: "Recommended",
  canStart: "Can start",
  stage: "Stands",
  met: "Met",
  of: "Of",
  open: "Open",
  lastTold: "Last told",
  joined: "Joined",
  edition: "Rules",
};

/** Reads RFC 4180 and nothing else, a character at a time. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted || (character !== "," && character !== "\r")) cell += character;
    else {
      rows.at(-1)?.push(cell);
      cell = "";
      if (character === "\r") {
        expect(text[at + 1]).toBe("\n");
        at += 1;
        rows.push([]);
      }
    }
  }
  expect(isQuoted).toBe(false);
  expect(cell).toBe("");
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe("a cohort as CSV", () => {
  test("begins with a byte order mark and its titles, and ends every line as RFC 4180 has it", () => {
    const text = csvOf([AMY], TITLES);
    expect(text.codePointAt(0)).toBe(0xfeff);
    const [titles, row, ...more] = readCsv(text.slice(1));
    expect(titles).toEqual(Object.values(TITLES));
    expect(row).toEqual([
      "Amy Khan",
      "Level 3 Certificate in Learning Support",
      "yes",
      "on the way",
      "8",
      "11",
      "Practice hours; Optional units",
      "2026-11-20",
      "2026-09-01",
      "lluk-2010",
    ]);
    expect(more).toEqual([]);
  });

  test.each(['Amy "Ace" Khan', "Khan, Amy", "Amy\r\nKhan", "Zoë Nguyễn", "阿美", 'ends with a quote"'])(
    "keeps %j as it is",
    (name) => {
      const [, row] = readCsv(csvOf([{ ...AMY, name }], TITLES).slice(1));
      expect(row?.[0]).toBe(name);
    },
  );

  test.each([
    "=1+1",
    "+44 20",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "  =1+1",
    " @x",
  ])("defuses %j, which a spreadsheet would run", (name) => {
    const [, row] = readCsv(csvOf([{ ...AMY, name }], TITLES).slice(1));
    expect(row?.[0]).toBe(`'${name}`);
  });

  test("leaves what is not there empty", () => {
    const [, row] = readCsv(
      csvOf([{ ...AMY, qualification: null, canStart: null, open: [] }], TITLES).slice(1),
    );
    expect([row?.[1], row?.[2], row?.[6]]).toEqual(["", "", ""]);
  });
});

test("a cohort as JSON reads back as what it was", () => {
  const file = {
    format: "signpost.cohort/1",
    team: "Autumn",
    edition: "lluk-2010",
    date: "2026-11-23",
    people: [AMY],
  } as const;
  expect(cohortFileSchema.parse(JSON.parse(jsonOf({ ...file, people: [AMY] })))).toEqual(file);
});

test.each([
  ["Autumn 2026", "autumn-2026-2026-11-23.csv"],
  ["../../etc/passwd", "etc-passwd-2026-11-23.csv"],
  ["Élèves & amis", "eleves-amis-2026-11-23.csv"],
  ["队", "team-2026-11-23.csv"],
  ["x".repeat(200), `${"x".repeat(60)}-2026-11-23.csv`],
])("a team called %s goes into a file that every computer takes", (team, name) => {
  expect(fileName(team, "2026-11-23", "csv")).toBe(name);
});
