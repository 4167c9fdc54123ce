/** A cohort of 10,000: how long its manager waits, how long everybody else does, and how soon new rules are followed. */
import { type Line, lineOf } from "../line.ts";
import { median, worstBlock } from "../measure.ts";
import type { Ground } from "../turns/ground.ts";
import { interviews } from "../turns/people.ts";
import { type College, openCollege } from "./college.ts";

const PEOPLE = 10_000;
const ROUNDS = 5;
/** Milliseconds. */
const WAIT = 300;
const BLOCK = 50;
const REFRESH = 2_000;
/** New rules may make the slowest turns this many times as slow. */
const SLOWER = 2;
/** People whose turns are timed, one after the other, with nothing else to do and while new rules are followed. */
const SPEAKERS = 40;

export async function largeCohort(open: () => Promise<Ground> | Ground): Promise<Line[]> {
  const ground = await open();
  const college = await openCollege(ground, PEOPLE);
  const bench = `cohort.${ground.name}`;
  const limit = (name: string, ours: number, theirs: number, against = `a limit of ${theirs} ms`) =>
    lineOf({ bench: `${bench}.${name}`, ours, against, theirs, unit: "ms", target: 1 });
  const lines: Line[] = [];
  for (const [name, line] of [
    ["summary", "team"],
    ["first-page", "team list"],
  ] as const) {
    const times: number[] = [];
    const blocks: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(await took(() => college.say(line)));
      blocks.push(await worstBlock(() => college.say(line)));
    }
    lines.push(limit(name, median(times), WAIT), limit(`${name}-block`, Math.max(...blocks), BLOCK));
  }
  lines.push(...(await newRules(college, limit)));
  await college.close();
  await ground.close();
  return lines;
}

type Limit = (name: string, ours: number, theirs: number, against?: string) => Line;

async function newRules(college: College, limit: Limit): Promise<Line[]> {
  const { db, bot } = college.house;
  const rounds: { refresh: number; idle: number; meanwhile: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const idle = p99(await speak(college, `idle ${round}`, () => false));
    await db.updateTable("progress").set({ rules: "of before" }).execute();
    let isDone = false;
    const start = performance.now();
    let refresh = 0;
    const refreshing = bot.refresh().then((people) => {
      if (people !== PEOPLE) throw new Error(`${people} people were looked at again, not ${PEOPLE}`);
      refresh = performance.now() - start;
      isDone = true;
    });
    const meanwhile = p99(await speak(college, `meanwhile ${round}`, () => isDone));
    await refreshing;
    rounds.push({ refresh, idle, meanwhile });
  }
  const middle = (name: keyof (typeof rounds)[number]) => median(rounds.map((each) => each[name]));
  const idle = middle("idle");
  return [
    limit("new-rules", middle("refresh"), REFRESH),
    limit(
      "new-rules-turns-p99",
      middle("meanwhile"),
      idle * SLOWER,
      `${SLOWER} times its value with nothing else to do`,
    ),
  ];
}

/** Milliseconds of each turn, until it is enough. */
async function speak({ house: { bot } }: College, round: string, isEnough: () => boolean): Promise<number[]> {
  const times: number[] = [];
  for (const turn of interviews(SPEAKERS, round).flat()) {
    if (isEnough()) break;
    times.push(await took(async () => void (await bot.receive(turn))));
    // People do not speak in the very moment in which they are answered.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return times;
}

async function took(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function p99(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
}
