/** How well questions are answered that nobody had in mind who wrote the phrasings. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Answered, Answers } from "../../src/answers/answers.ts";

const heldBackSchema = z.array(
  z.strictObject({
    question: z.string().min(1),
    /** Every entry whose answer serves whoever asks, best first; empty where no entry does. */
    right: z.array(z.string()),
    /** The source says nothing about it. */
    isOutside: z.boolean(),
  }),
);
export type HeldBack = z.infer<typeof heldBackSchema>[number];

/** Shares from 0 to 1. */
export interface Figures {
  readonly inside: number;
  readonly outside: number;
  /** Of the questions inside: the right entry comes first, whether or not it is the only one. */
  readonly first: number;
  /** It is among the first three. */
  readonly firstThree: number;
  /** It is given as the single answer. */
  readonly single: number;
  /** Of all: another answer than the right one is given as if it were clear. */
  readonly wrong: number;
  /** Of the questions outside: answered from the source all the same. */
  readonly asIfInside: number;
  /** It is said that the source does not say, or that it is not for this bot. */
  readonly refused: number;
}

export interface Judged extends HeldBack {
  readonly answered: Answered;
  readonly isWrong: boolean;
  readonly isAsIfInside: boolean;
}

/** `held-back`: nothing was ever chosen by them. `tuning`: how sure an answer has to be was chosen by them. */
export type Questions = "held-back" | "tuning";

export function readQuestions(root: string, which: Questions): HeldBack[] {
  return heldBackSchema.parse(JSON.parse(readFileSync(join(root, `test/answers/${which}.json`), "utf8")));
}

export async function judge(answers: Answers, questions: readonly HeldBack[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const each of questions) {
    const answered = await answers.ask(each.question);
    const isClear = answered.band !== "choose" && answered.entries.length > 0;
    const isRight = answered.entries.some(({ id }) => each.right.includes(id));
    judged.push({
      ...each,
      answered,
      isWrong: isClear && !isRight && !(each.isOutside && answered.band === "outside"),
      isAsIfInside: each.isOutside && isClear && !isRight && answered.entries.some(({ silent }) => !silent),
    });
  }
  return judged;
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const inside = judged.filter(({ isOutside }) => !isOutside);
  const outside = judged.filter(({ isOutside }) => isOutside);
  const ids = ({ answered }: Judged) => answered.entries.map(({ id }) => id);
  return {
    inside: inside.length,
    outside: outside.length,
    first: share(inside, (each) => each.right.includes(ids(each)[0] ?? "")),
    firstThree: share(inside, (each) => ids(each).some((id) => each.right.includes(id))),
    single: share(
      inside,
      (each) => each.answered.band !== "choose" && each.right.includes(ids(each)[0] ?? ""),
    ),
    wrong: share(judged, ({ isWrong }) => isWrong),
    asIfInside: share(outside, ({ isAsIfInside }) => isAsIfInside),
    refused: share(outside, ({ answered: { band, entries } }) =>
      band === "outside" ? true : band === "answer" && entries.every(({ silent }) => silent),
    ),
  };
}

function share(all: readonly Judged[], isSo: (each: Judged) => boolean): number {
  return all.length === 0 ? 0 : all.filter(isSo).length / all.length;
}

/** The lines of the table that conversations/README.md prints. */
export function tableOf(figures: Figures): string[] {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return [
    `| of ${figures.inside} questions that the source answers | measured | target |`,
    "|---|---|---|",
    `| the right entry comes first | ${percent(figures.first)} | |`,
    `| it is among the first three | ${percent(figures.firstThree)} | at least 90 % |`,
    `| it is the single answer | ${percent(figures.single)} | at least 70 % |`,
    `| a wrong single answer, of all ${figures.inside + figures.outside} | ${percent(figures.wrong)} | at most 3 % |`,
    `| of ${figures.outside} questions outside the source: refused | ${percent(figures.refused)} | |`,
    `| answered as if inside | ${percent(figures.asIfInside)} | at most 2 % |`,
  ];
}
