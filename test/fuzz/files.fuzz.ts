/** Files that are damaged, cut short or made up: records, rules, questions and CSV are read or refused in words, never thrown at. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { requirementsSchema } from "../../src/advice/requirement.ts";
import { readRecordText } from "../../src/app/house.ts";
import { readImport } from "../../src/cohort/import.ts";
import { openLibrary } from "../../src/content/library.ts";
import { readJson, sentenceOf } from "../../src/facts/flaw.ts";
import { interviewSchema } from "../../src/interview/question.ts";
import { mutating, TIMES } from "./mutate.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const library = openLibrary(ROOT);
const text = (file: string) => readFileSync(`${ROOT}${file}`, "utf8");
const RULES = `${ROOT}rules/lluk-2010/requirements`;
const SCENARIOS = `${ROOT}rules/lluk-2010/scenarios`;
/** Milliseconds: an event loop that is held up longer keeps others waiting. */
const LONGEST = 200;

interface Read {
  readonly seeds: readonly string[];
  read(spoilt: string): { readonly flaws: Parameters<typeof sentenceOf>[0][] } | object;
}

const FILES: Readonly<Record<string, Read>> = {
  records: {
    seeds: readdirSync(SCENARIOS).flatMap((name) => {
      const { scenarios } = JSON.parse(readFileSync(`${SCENARIOS}/${name}`, "utf8")) as {
        scenarios: { record: object }[];
      };
      return scenarios.map(({ record }) => JSON.stringify(record));
    }),
    read: (spoilt) => readRecordText(library, spoilt),
  },
  rules: {
    seeds: readdirSync(RULES).map((name) => readFileSync(`${RULES}/${name}`, "utf8")),
    read: (spoilt) => readJson(requirementsSchema, spoilt),
  },
  questions: {
    seeds: [text("conversations/interview.json")],
    read: (spoilt) => readJson(interviewSchema, spoilt),
  },
  CSV: {
    seeds: ['name,user,role\nAnn,U0123ABCD,learner\n"Ben, of ""T1""",U0123ABCE,manager\n'],
    read: (spoilt) => readImport(Buffer.from(spoilt), "slack"),
  },
};

describe("spoilt files", () => {
  test.each(Object.entries(FILES))(
    "of %s are read or refused in words, each quickly",
    (_, { seeds, read }) => {
      const mutate = mutating(20_100_101);
      let refused = 0;
      let longest = 0;
      for (let time = 0; time < TIMES; time += 1) {
        const spoilt = mutate(seeds[time % seeds.length] ?? "");
        const start = performance.now();
        const result = read(spoilt);
        longest = Math.max(longest, performance.now() - start);
        if ("bad" in result && (result.bad as unknown[]).length > 0) refused += 1;
        if (!("flaws" in result)) continue;
        refused += 1;
        for (const flaw of result.flaws as Parameters<typeof sentenceOf>[0][])
          expect(sentenceOf(flaw).length).toBeGreaterThan(5);
      }
      process.stdout.write(
        `${TIMES} spoilt, ${refused} refused, the longest took ${longest.toFixed(1)} ms\n`,
      );
      expect(refused).toBeGreaterThan(0);
      expect(refused).toBeLessThan(TIMES);
      expect(longest).toBeLessThan(LONGEST);
    },
  );
});
