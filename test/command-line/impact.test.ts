/** `signpost impact`, as whoever changes the rules uses it before anybody is told something else. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyChange } from "../content/change.ts";
import { chat, newFolder, run } from "./signpost.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HOURS = {
  file: "rules/lluk-2010/requirements/certificate.json",
  at: "requirements[certificate.practice-hours].conditions.all[0].value",
};
const SUPPORTER = {
  worksDirectlyWithLearners: true,
  directed: true,
  promotesIndependence: true,
  setting: "fe-college",
  supports: "general",
  aim: "full",
};

let folder: ReturnType<typeof newFolder>;
beforeEach(() => {
  folder = newFolder();
  cpSync(join(ROOT, "rules"), join(folder.path, "rules"), { recursive: true });
});
afterEach(() => folder.remove());

function recordFile(hours: number): string {
  const file = join(folder.path, `${hours}.json`);
  const practice = [{ hours, kind: "employed" }];
  const record = { format: "signpost.record/1", edition: "lluk-2010", role: SUPPORTER, practice };
  writeFileSync(file, JSON.stringify(record));
  return file;
}

describe("signpost impact", () => {
  test("names who would be told something else, and what, and counts it", () => {
    applyChange(folder.path, { ...HOURS, value: 35 });
    const [few, enough, many] = [20, 31, 40].map(recordFile) as [string, string, string];
    const { status, out, err } = run(["impact", ROOT, folder.path, few, enough, many]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toBe(
      [
        enough,
        "  certificate.practice-hours: met → unmet",
        "",
        "3 people looked at: 1 would be told something else.",
        "  1 × certificate.practice-hours: met → unmet",
        "",
      ].join("\n"),
    );
    const [line] = run(["impact", ROOT, folder.path, enough, "--json"]).out.split("\n");
    expect(JSON.parse(line ?? "")).toEqual({
      who: enough,
      changes: [{ what: "certificate.practice-hours", before: "met", after: "unmet" }],
    });
  });

  test("says that nobody would where only words change", () => {
    const file = join(folder.path, HOURS.file);
    writeFileSync(file, readFileSync(file, "utf8").replace('"title": "Practice hours"', '"title": "Hours"'));
    expect(run(["impact", ROOT, folder.path, recordFile(31)]).out).toBe(
      "1 person looked at: 0 would be told something else.\n",
    );
  });

  test("judges the people in the database, by the id that stands for them", () => {
    const data = join(folder.path, "data");
    chat(data, ["gaps"], ["--record", recordFile(31)]);
    applyChange(folder.path, { ...HOURS, value: 35 });
    const { out } = run(["impact", ROOT, folder.path], { data });
    expect(out).toContain("1 person looked at: 1 would be told something else.");
    expect(out).toContain("certificate.practice-hours: met → unmet");
  });

  test("of one edition and another asks what if everybody moved, and says whose record that cannot read", () => {
    const orchard = join(ROOT, "test/editions/orchard-2031");
    const file = recordFile(31);
    const { status, err, out } = run(["impact", ROOT, orchard, file]);
    expect(status).toBe(2);
    expect(err).toContain(`${file}: NEW cannot read it: `);
    expect(out).toBe("1 person looked at: 0 would be told something else. 1 could not be judged by both.\n");
  });

  test("says of a record without an edition what is missing", () => {
    const file = `${folder.path}/record.json`;
    writeFileSync(file, '{"format": "signpost.record/1"}');
    const { status, err } = run(["impact", ROOT, ROOT, file]);
    expect([status, err]).toEqual([2, expect.stringContaining('it does not name its "edition"')]);
  });

  test.each([
    ["a folder that is not there", () => "nowhere", "there is no such folder"],
    ["a folder without rules", () => join(ROOT, "docs"), "there is no edition of the rules in it"],
  ])("refuses %s with the way out, and prints nothing", (_, path, says) => {
    const { status, out, err } = run(["impact", ROOT, path()]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(says);
    expect(err).toContain("name a folder that holds rules/");
  });

  test("refuses rules that are broken, with the place", () => {
    applyChange(folder.path, { ...HOURS, value: undefined });
    const { status, out, err } = run(["impact", ROOT, folder.path, recordFile(31)]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("certificate.json");
  });
});
