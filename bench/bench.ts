/** `npm run bench [-- NAME] [--json]`: how fast we are beside others who judge the same rules, as ratios. */
import { parseArgs } from "node:util";
import { BENCHES, type Bench } from "./benches.ts";
import { type Contest, openContest } from "./contest.ts";
import type { Line } from "./line.ts";
import { placeOf, tableOf } from "./table.ts";

const USAGE = "Usage: npm run bench -- [beginning of a bench's name] [--json]";

interface Wanted {
  readonly prefix: string;
  readonly isJson: boolean;
}

async function main(args: readonly string[]): Promise<number> {
  const wanted = wantedFrom(args);
  if (typeof wanted === "string") return refuse(wanted);
  const benches = BENCHES.filter(({ name }) => name.startsWith(wanted.prefix));
  if (benches.length === 0) {
    const known = BENCHES.map(({ name }) => name).join(", ");
    return refuse(`No bench has a name that begins with "${wanted.prefix}". There are: ${known}.`);
  }
  const lines = await run(benches, wanted, args);
  return lines.every(({ ok }) => ok) ? 0 : 1;
}

function wantedFrom(args: readonly string[]): Wanted | string {
  try {
    const options = { json: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length > 1)
      return `One beginning of a name at most, and these are ${positionals.length}. ${USAGE}`;
    return { prefix: positionals[0] ?? "", isJson: values.json };
  } catch (error) {
    return `${(error as Error).message}. ${USAGE}`;
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

/** JSON lines are printed as they come; the table needs them all. */
async function run(benches: readonly Bench[], { isJson }: Wanted, args: readonly string[]): Promise<Line[]> {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const command = ["npm run bench", ...(args.length > 0 ? ["--", ...args] : [])].join(" ");
  if (!isJson) print(placeOf(command, new Date()));
  const contest = onceOpened(isJson ? () => undefined : print);
  const lines: Line[] = [];
  for (const bench of benches) {
    const found = await bench.run(contest);
    if (isJson) for (const line of found) print(JSON.stringify(line));
    lines.push(...found);
  }
  if (!isJson) {
    print(tableOf(lines));
    print(
      "\nRatios are ours against theirs: more is better. Rounds are taken in turn, ours beside each rival; medians.",
    );
    for (const { name, says } of benches) print(`${name}: ${says}`);
  }
  return lines;
}

/** The rules' ground is opened by the first bench that needs it: its cross-check takes longer than some benches. */
function onceOpened(print: (text: string) => void): () => Promise<Contest> {
  let opening: Promise<Contest> | null = null;
  return () => {
    opening ??= openContest().then((contest) => {
      const agreed = contest.agreed.toLocaleString("en-GB");
      print(
        `${contest.rules} rules; ${agreed} verdicts of ${contest.rivals.length} rivals and ours agree, checked first.\n`,
      );
      return contest;
    });
    return opening;
  };
}

process.exitCode = await main(process.argv.slice(2));
