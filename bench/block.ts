/** How long everybody else waits: the longest block of the event loop while many learners are judged. */
import { type Contest, cold, theirs } from "./contest.ts";
import { type Line, lineOf } from "./line.ts";
import { median, runEach, worstBlock, YIELD_EVERY } from "./measure.ts";

/** In milliseconds: longer, and the people in a conversation notice. */
const LIMIT = 50;

export async function worstBlocks(contest: Contest): Promise<Line[]> {
  const bench = "rules.worst-block";
  const { plain, learners } = contest;
  const blocks: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const tasks = cold(contest, learners.length);
    blocks.push(await worstBlock(() => runEach(tasks, YIELD_EVERY)));
  }
  const ours = median(blocks);
  const theirTasks = theirs(contest, plain, learners.length);
  const plainBlock = await worstBlock(() => runEach(theirTasks));
  return [
    lineOf({
      bench,
      ours,
      against: `a limit of ${LIMIT} ms`,
      theirs: LIMIT,
      unit: "ms",
      target: 1,
    }),
    lineOf({ bench, ours, against: plain.name, theirs: plainBlock, unit: "ms", target: null }),
  ];
}
