/** Judges cards by the types of Microsoft's own package: properties, values and places that Teams does not know. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const COMPILER = join(ROOT, "node_modules/typescript/bin/tsc");
/** Ignored by git, and a place from where the package is found. */
const CACHE = join(ROOT, "node_modules/.cache");
const CONFIG = {
  extends: join(ROOT, "tsconfig.json"),
  compilerOptions: { types: [] },
  files: ["cards.ts"],
  include: [],
};
const HEAD = 'import type { IAdaptiveCard } from "@microsoft/teams.cards";';
const ERROR = /^cards\.ts\((\d+),\d+\): error TS\d+: (.*)$/;
/** The compiler counts lines by these too, and JSON lets them stand. */
const LINE_ENDS = /[\u2028\u2029]/g;

/**
 * What the compiler says about any of the cards, one string each, such as
 * `card 3, "colour": "Good": Object literal may only specify known properties…`; empty where all are fine. Equal cards
 * are judged once, under the number of the first, from 0. One run takes a second or so, however many cards there are.
 */
export async function typeFlaws(cards: readonly unknown[]): Promise<string[]> {
  const numbers = new Map<string, number>();
  for (const [number, card] of cards.entries()) {
    const text = (JSON.stringify(card, null, 1) ?? "undefined").replace(LINE_ENDS, " ");
    if (!numbers.has(text)) numbers.set(text, number);
  }
  const lines = [...numbers].flatMap(([text, number]) =>
    `export const card${number}: IAdaptiveCard = ${text};`.split("\n").map((line) => ({ number, line })),
  );
  const said = await compile([HEAD, ...lines.map(({ line }) => line)].join("\n"));
  return said.map((sentence) => {
    const [first = "", ...reasons] = sentence.split("\n");
    const [, place, wrong] = ERROR.exec(first) ?? [];
    const at = lines[Number(place) - 2];
    if (!at) throw new Error(`The compiler says this of no card: ${sentence}`);
    return `card ${at.number}, ${at.line.trim().replace(/,$/, "")}: ${reasons.at(-1)?.trim() ?? wrong}`;
  });
}

/** What the compiler finds wrong, each with its reasons on further lines. Throws where it could not do its work. */
async function compile(source: string): Promise<string[]> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, "signpost-cards-"));
  try {
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(CONFIG));
    await writeFile(join(folder, "cards.ts"), source);
    return (await run(folder))
      .split(/\n(?=\S)/)
      .map((each) => each.trimEnd())
      .filter(Boolean);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(folder: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [COMPILER, "--project", folder, "--pretty", "false"],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, output) => {
        if (error && !output.includes("cards.ts("))
          fail(new Error(`The compiler failed: ${output}`, { cause: error }));
        else done(output);
      },
    );
  });
}
