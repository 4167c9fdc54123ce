/**
 * `npm run answers:eval`: how well held-back questions are answered. With `-- --tuning`: those by which settings may be
 * chosen. With `-- --missed`: those that were not answered well.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { openLibrary } from "../../src/content/library.ts";
import { figuresOf, type Judged, judge, readQuestions, tableOf } from "./evaluation.ts";

const root = rootAbove(import.meta.dirname);
const { answers } = openLibrary(root);
const questions = readQuestions(root, process.argv.includes("--tuning") ? "tuning" : "held-back");
await answers.ask("ready?");
const began = performance.now();
const judged = await judge(answers, questions);
const each = (performance.now() - began) / questions.length;
process.stdout.write(`${tableOf(figuresOf(judged)).join("\n")}\n\n${each.toFixed(2)} ms a question\n`);
if (process.argv.includes("--missed")) for (const missed of judged.filter(isMissed)) print(missed);

function isMissed({ answered, right, isOutside }: Judged): boolean {
  if (answered.entries.some(({ id }) => right.includes(id))) return false;
  return !isOutside || answered.band !== "outside";
}

function print({ question, right, answered }: Judged): void {
  const got = answered.entries.map(({ id }) => id).join(", ");
  process.stdout.write(
    `${answered.band}: ${question}\n  got ${got || "nothing"}, right ${right.join(", ") || "nothing"}\n`,
  );
}

function rootAbove(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : rootAbove(dirname(folder));
}
