import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkContent } from "../../src/content/check.ts";
import { lineOf } from "../../src/content/finding.ts";
import { writeSchemas } from "../../src/content/schemas.ts";
import { LLUK, ROOT, withCopy } from "./broken.ts";

it("finds no error in the content", async () => {
  const findings = await checkContent(ROOT);
  expect(findings.filter(({ severity }) => severity === "error").map(lineOf)).toEqual([]);
});

/** The source is like that: no entry requirements, and caps that its units cannot pass. */
const NEVER_UNMET = [
  "award.entry",
  "certificate-lln.level-2-cap",
  "certificate.entry",
  "certificate.level-2-cap",
];
it("notes what can never fail, and nothing else", async () => {
  const notes = (await checkContent(ROOT)).filter(({ severity }) => severity === "note");
  const named = notes.map(({ file, wrong }) => [file.replace(`${LLUK}/`, ""), wrong.split(": ")[0]]);
  expect(named).toEqual([
    ...NEVER_UNMET.map((name) => [`requirements/${name.split(".")[0]}.json`, `"${name}" can never be unmet`]),
  ]);
});

it("finds no error in a second edition beside it, about which nobody is asked", async () => {
  await withCopy(async (root) => {
    const folder = join(root, "rules", "orchard-2031");
    cpSync(join(ROOT, "test/editions/orchard-2031"), folder, { recursive: true });
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".json")) continue;
      const text = readFileSync(join(folder, name), "utf8");
      writeFileSync(join(folder, name), text.replace('"../../', '"../'));
    }
    writeSchemas(root);
    const findings = await checkContent(root);
    // Its few golden learners do not show every requirement at every status; that is all there is to find.
    const others = findings.filter(({ wrong }) => !wrong.startsWith("no scenario expects"));
    expect(others.filter(({ file }) => file.includes("orchard")).map(lineOf)).toEqual([]);
  });
});
