import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ImportRow, readImport } from "../../src/cohort/import.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const ID = "5a7e0f1c-3c5d-4a7b-9a41-0d2f6f2b8c11";

function good(text: string, channel = "slack"): readonly ImportRow[] {
  const { rows, bad } = readImport(bytes(text), channel);
  expect(bad).toEqual([]);
  return rows;
}

describe("a CSV of people", () => {
  test.each([
    ["with commas", "name,user,role\nAmy Khan,U0AMYAMY,\nSam Cole,U0SAMSAM,manager\n"],
    [
      "with semicolons, as spreadsheets here save it",
      "Name;User;Role\r\nAmy Khan;U0AMYAMY;Learner\r\nSam Cole;U0SAMSAM;Manager\r\n",
    ],
    ["with tabs", "user\trole\tname\nU0AMYAMY\t\tAmy Khan\nU0SAMSAM\tMANAGER\tSam Cole"],
    [
      "with a byte order mark, quotes and empty lines",
      '\uFEFF"name","user","role"\n\n"Amy Khan","U0AMYAMY",""\n\n"Sam  Cole","U0SAMSAM","manager"\n',
    ],
  ])("is read %s", (_, text) => {
    expect(good(text).map(({ name, user, role }) => [name, user, role])).toEqual([
      ["Amy Khan", "U0AMYAMY", "learner"],
      ["Sam Cole", "U0SAMSAM", "manager"],
    ]);
  });

  test("needs no roles, and takes the ids of Teams in either case", () => {
    expect(good(`name,user\nAmy,${ID.toUpperCase()}`, "teams")).toEqual([
      { line: 2, name: "Amy", user: ID, role: "learner" },
    ]);
  });

  test.each([
    ["no name", ",U0AMYAMY,", 3, "there is no name"],
    ["no user", "Amy,,", 3, "there is no user"],
    ["a user of elsewhere", `Amy,${ID},`, 3, "is no user of slack"],
    ["an e-mail address", "Amy,amy@college.ac.uk,", 3, "is no user of slack"],
    ["an unknown role", "Amy,U0AMYAMY,managr", 3, '"managr" is no role'],
    ["a comma in a name", "Khan, Amy,U0AMYAMY,", 3, "there are 4 cells here, not 3"],
    ["too few cells", "Amy", 3, "there are 1 cells here, not 3"],
    ["somebody who stands there already", "Amy Again,U0FIRST1,", 3, "stands in line 2 already"],
    ["a name that cannot be seen", "A\u200Bmy,U0AMYAMY,", 3, "this is no name"],
    ["a name of 81 letters", `${"x".repeat(81)},U0AMYAMY,`, 3, "this is no name"],
  ])("names a row with %s by its line, and keeps the others", (_, row, line, says) => {
    const text = `name,user,role\nFirst,U0FIRST1,\n${row}\nLast,U0LAST11,\n`;
    const { rows, bad } = readImport(bytes(text), "slack");
    expect(bad).toHaveLength(1);
    expect(bad[0]).toMatchObject({ line });
    expect(bad[0]?.wrong).toContain(says);
    expect(bad[0]?.right).not.toBe("");
    expect(rows.map(({ name }) => name)).toEqual(["First", "Last"]);
  });

  test("counts lines as an editor does, also behind a cell with line breaks and empty lines", () => {
    const text = 'name,user,role\n"Amy\nKhan",U0AMYAMY,\n\nBen,,\n';
    const { rows, bad } = readImport(bytes(text), "slack");
    expect(rows).toEqual([{ line: 2, name: "Amy Khan", user: "U0AMYAMY", role: "learner" }]);
    expect(bad.map(({ line }) => line)).toEqual([5]);
  });

  test.each([
    ["nothing", "", "the file is empty"],
    ["an unknown title", "nmae,user\n", '"nmae" is no title'],
    ["a title twice", "name,user,name\n", "stands twice"],
    ["no user column", "name,role\n", "there is no column user"],
    ["no titles", "Amy,U0AMYAMY\n", "is no title"],
    ["an open quote", 'name,user\n"Amy,U0AMYAMY\n', "quotes"],
    ["more than 10,000 rows", `name,user\n${"Amy,U0AMYAMY\n".repeat(10_001)}`, "10001 rows"],
  ])("with %s is refused as a whole, in a sentence", (_, text, says) => {
    const { rows, bad } = readImport(bytes(text), "slack");
    expect(rows).toEqual([]);
    expect(bad).toHaveLength(1);
    expect(`${bad[0]?.wrong} ${bad[0]?.right}`).toContain(says);
  });

  test.each([
    ["UTF-16", Buffer.from("\uFEFFname,user\n", "utf16le"), "no plain text"],
    ["Latin 1", Buffer.from("name,user\nZo\xEB,U0AMYAMY\n", "latin1"), "not in UTF-8"],
    ["5 MB and more", Buffer.alloc(5_000_001, "a"), "larger than 5 MB"],
  ])("in %s is refused, with what to do", (_, file, says) => {
    expect(readImport(file, "slack").bad[0]?.wrong).toContain(says);
  });

  test("throws for nothing that a file may hold", () => {
    const file =
      'name,user,role\nAmy Khan,U0AMYAMY,\n"Lee, Ben",U0BENBEN,assessor\nSam;Cole,U0SAMSAM,manager\n';
    const mutated = fc
      .array(fc.tuple(fc.nat({ max: file.length }), fc.string({ maxLength: 3, unit: "binary" })), {
        maxLength: 6,
      })
      .map((changes) => changes.reduce((so, [at, put]) => so.slice(0, at) + put + so.slice(at + 1), file));
    const any = fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated.map(bytes), fc.string().map(bytes));
    fc.assert(
      fc.property(any, fc.constantFrom("slack", "teams", "web"), (given, channel) => {
        const { rows, bad } = readImport(given, channel);
        for (const row of rows) expect(row.name).not.toBe("");
        for (const row of bad) expect([row.wrong, row.right]).not.toContain("");
        const lines = [...rows, ...bad].map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { numRuns: 3_000 },
    );
  });

  test("reads back what a spreadsheet writes", () => {
    const name = fc
      .string({ minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/[\p{C}\s]+/gu, " ").trim() || "x");
    const user = fc.stringMatching(/^U[A-Z0-9]{8}$/);
    const people = fc.uniqueArray(fc.tuple(name, user), { selector: ([, each]) => each, maxLength: 20 });
    fc.assert(
      fc.property(people, fc.constantFrom(",", ";", "\t"), (all, delimiter) => {
        const text = stringify([["name", "user"], ...all], { delimiter, bom: true });
        const { rows, bad } = readImport(bytes(text), "slack");
        expect(bad).toEqual([]);
        expect(rows.map((row) => [row.name, row.user])).toEqual(all);
      }),
      { numRuns: 500 },
    );
  });
});
