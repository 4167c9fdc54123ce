import { expect, it } from "vitest";
import type { Finding } from "../../src/content/finding.ts";
import { run } from "../../src/content/run.ts";

const found: Finding = { file: "a.json", severity: "note", path: "", wrong: "one", right: "two" };

it("goes on after a check that stops with a fault of its own, and says which", async () => {
  function faulty(): Finding[] {
    throw new Error("no such thing");
  }
  const late = async () => [found];
  const findings = await run([() => [found], faulty, late], null, "rules/lluk-2010");
  expect(findings).toEqual([
    found,
    {
      file: "rules/lluk-2010",
      severity: "error",
      path: "",
      wrong: 'the check "faulty" stopped: no such thing',
      right: "mend what else is found; if it still stops, tell us",
    },
    found,
  ]);
});
