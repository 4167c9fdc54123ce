/** The conditions in which everything named is there: of the others, what they come to says nothing. */
import type { Finding } from "../finding.ts";
import type { CheckedConditions } from "./checked.ts";

export function soundOf({ conditions }: CheckedConditions, findings: readonly Finding[]) {
  return conditions.filter(
    ({ file, path }) => !findings.some((each) => each.file === file && each.path.startsWith(`${path}.`)),
  );
}
