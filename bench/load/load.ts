/** `npm run load [-- OPTIONS]`: people in Slack and Teams speak to the program for a while, and nothing may be lost. */
import { placeOf } from "../table.ts";
import { type Options, optionsFrom } from "./options.ts";
import { reportOf } from "./report.ts";
import { type Closing, run } from "./run.ts";
import { judge } from "./verdicts.ts";

const INTERRUPTED = 130;

async function main(args: readonly string[]): Promise<number> {
  const options = optionsFrom(args);
  if (typeof options === "string") {
    process.stderr.write(`${options}\n`);
    return 2;
  }
  const interrupted = new AbortController();
  const closing: Closing = [];
  const interrupt = () => {
    interrupted.abort();
    void closeAll(closing).finally(() => process.exit(INTERRUPTED));
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    return await measured(options, args, closing, interrupted.signal);
  } finally {
    if (!interrupted.signal.aborted) await closeAll(closing);
  }
}

async function measured(
  options: Options,
  args: readonly string[],
  closing: Closing,
  signal: AbortSignal,
): Promise<number> {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const place = placeOf(["npm run load", ...(args.length > 0 ? ["--", ...args] : [])].join(" "), new Date());
  if (!options.isJson) print(place);
  const outcome = await run(options, closing, signal);
  const judged = judge(outcome);
  const { verdicts } = judged;
  if (options.isJson)
    print(JSON.stringify({ place, report: reportOf(outcome, judged).split("\n"), verdicts }));
  else print(reportOf(outcome, judged));
  return verdicts.every(({ isReached }) => isReached) ? 0 : 1;
}

/** The last that was opened is closed first. */
async function closeAll(closing: Closing): Promise<void> {
  for (let close = closing.pop(); close; close = closing.pop())
    await Promise.resolve(close()).catch(() => undefined);
}

process.exitCode = await main(process.argv.slice(2));
