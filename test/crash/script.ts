/** Whole interviews: what people say, line by line. What they log adds up, so that a line heard twice would show. */
import type { Dice } from "./dice.ts";

export interface Script {
  readonly name: string;
  readonly lines: readonly string[];
}

const ROLES: readonly (readonly string[])[] = [
  ["start", "college", "yes", "someone else", "yes", "lots of subjects", "full"],
  ["start", "prison", "yes", "the teacher", "yes", "lots of subjects", "not sure"],
  ["start", "college", "yes", "someone else", "yes", "ESOL", "ESOL", "yes", "full", "level 2", "level 2"],
  ["hello", "I work in a college", "yes", "a tutor", "yes", "maths", "numeracy and literacy", "yes", "small"],
];
const KINDS = ["one to one", "with groups", "with both"];

/** A few of them, so that what each leads to need be worked out only once. */
export function scriptsFrom(dice: Dice, count: number): Script[] {
  return Array.from({ length: count }, (_, place) => ({
    name: `script ${place + 1}`,
    lines: [
      ...(ROLES[place % ROLES.length] ?? []),
      ...Array.from({ length: 3 + dice.roll(5) }, () => logged(dice)).flat(),
      ...["log observation 60 min literacy 10 March, specialist", "that is all", "no such thing"],
      ...(dice.once(3) ? ["back", "no"] : []),
      ...Array.from({ length: dice.roll(5) }, () => dice.pick(["yes", "no", "not sure"])),
      "gaps",
      "export",
    ],
  }));
}

function logged(dice: Dice): string[] {
  return [`log practice ${1 + dice.roll(9)} hours ${dice.pick(KINDS)}`, "that is all"];
}
