/** Runs checks one after another; one that stops with a fault of its own hides no other. */
import type { Check } from "./checks/checked.ts";
import { errorAt, type Finding } from "./finding.ts";

/** `file` is where a fault of a check itself is said to be. */
export async function run<Checked>(
  checks: readonly Check<Checked>[],
  checked: Checked,
  file: string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    // A running program checks what it is given, too, and everybody else gets a turn in between.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      findings.push(...(await check(checked)));
    } catch (error) {
      const wrong = `the check "${check.name}" stopped: ${(error as Error).message}`;
      findings.push(errorAt(file, "", wrong, "mend what else is found; if it still stops, tell us"));
    }
  }
  return findings;
}
