/** Keeps what was learned of the questions, beside the built program. Where anything that it rests on has changed, it is not used. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnswersContent } from "../answers/entry.ts";
import { bytesOf, learnedIn } from "../answers/kept.ts";
import { type Learned, learnNow } from "../answers/learning.ts";

/** `root` holds dist/. null where nothing was kept that fits. */
export function findTrained(root: string, content: AnswersContent): Learned | null {
  const file = fileIn(root);
  if (!existsSync(file)) return null;
  const { words, code } = keyOf(root, content);
  return learnedIn(readFileSync(file), (key) => key === `${words} ${code ?? key.split(" ")[1]}`);
}

/** Takes some seconds. */
export function keepTrained(root: string, content: AnswersContent): void {
  const { words, code } = keyOf(root, content);
  writeFileSync(fileIn(root), bytesOf(learnNow(content), `${words} ${code}`));
}

function fileIn(root: string): string {
  return join(root, "dist", "answers.model");
}

/** `code` is null where the code's source is not at hand: then it cannot have changed since it was built either. */
function keyOf(root: string, { entries, terms, small }: AnswersContent) {
  const source = join(root, "src", "answers");
  const phrasings = entries.map(({ id, question, phrasings: asked }) => [id, question, asked]);
  const words = hashOf(JSON.stringify([phrasings, terms, small]));
  if (!existsSync(source)) return { words, code: null };
  const code = readdirSync(source)
    .sort()
    .map((name) => readFileSync(join(source, name), "utf8"));
  return { words, code: hashOf(JSON.stringify(code)) };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
