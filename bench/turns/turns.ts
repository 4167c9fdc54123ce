/** Durable turns a second, and how long one takes, beside the bare commit of the same rows. */
import { type Line, lineOf } from "../line.ts";
import { median } from "../measure.ts";
import { type Both, openTurnContest, type Timed } from "./contest.ts";
import type { Ground } from "./ground.ts";

const ROUNDS = 5;
/** Of the bare commits a second. */
const TARGET = 0.5;
const AGAINST = "one bare commit of the same rows";

/** `peopleAtOnce` speak; each waits for an answer before the next word. */
export async function durableTurns(
  open: () => Promise<Ground> | Ground,
  peopleAtOnce: number,
): Promise<Line[]> {
  const ground = await open();
  const contest = await openTurnContest(ground);
  const rounds: Both[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await (peopleAtOnce === 1 ? contest.inTurns() : contest.atOnce(peopleAtOnce)));
  await contest.close();
  await ground.close();
  const bench = `turns.${ground.name}-${peopleAtOnce}`;
  const middle = (side: keyof Both, name: keyof Timed) => median(rounds.map((each) => each[side][name]));
  const line = (suffix: string, name: keyof Timed, unit: "turns/s" | "ms", target: number | null) =>
    lineOf({
      bench: `${bench}${suffix}`,
      ours: middle("ours", name),
      against: AGAINST,
      theirs: middle("bare", name),
      unit,
      target,
    });
  return [
    line("", "perSecond", "turns/s", TARGET),
    line(".p50", "p50", "ms", null),
    line(".p99", "p99", "ms", null),
  ];
}
