/** Clicks in Slack, kept before they are acknowledged, beside an app that only acknowledges. */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Line, lineOf } from "../line.ts";
import { median } from "../measure.ts";
import { sqliteGround } from "../turns/ground.ts";
import { type Answer, answersOfOne, clicksOf } from "./clicks.ts";
import { type Loaded, load } from "./load.ts";
import type { Figures, Listening } from "./server.ts";

const SERVER = fileURLToPath(new URL("server.js", import.meta.url));
const AGAINST = "a bare HTTPReceiver app that only acknowledges";
const ROUNDS = 5;
const PEOPLE = 320;
/** Milliseconds of an acknowledgement at half load; Slack waits 3,000. */
const LATEST = 100;

interface Side {
  /** So many people click; the processor time of one click in microseconds. */
  click(round: string, perSecond?: number): Promise<Loaded & { cpu: number }>;
  stop(): void;
}

/** `store`: where ours keeps turns, `memory` or `sqlite`. */
export async function clicks(store: "memory" | "sqlite", target: number): Promise<Line[]> {
  const ground = sqliteGround();
  const answers = await answersOfOne();
  const ours = await openSide(
    ["ours", store === "memory" ? ":memory:" : await ground.newDatabase()],
    answers,
  );
  const bare = await openSide(["bare"], answers);
  const rounds: { ours: Loaded & { cpu: number }; bare: Loaded & { cpu: number } }[] = [];
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const name = `${round}${randomBytes(4).toString("hex")}`;
    rounds.push({ ours: await ours.click(name), bare: await bare.click(name) });
  }
  const middle = (side: "ours" | "bare", name: keyof Loaded | "cpu") =>
    median(rounds.slice(1).map((each) => each[side][name]));
  const half = await ours.click(`half${randomBytes(4).toString("hex")}`, middle("ours", "perSecond") / 2);
  ours.stop();
  bare.stop();
  await ground.close();
  const bench = `slack.clicks-${store}`;
  const line = (suffix: string, name: "p50" | "p99" | "cpu", unit: "ms" | "µs/turn") =>
    lineOf({
      bench: `${bench}.${suffix}`,
      ours: middle("ours", name),
      against: AGAINST,
      theirs: middle("bare", name),
      unit,
      target: null,
    });
  return [
    lineOf({
      bench,
      ours: middle("ours", "perSecond"),
      against: AGAINST,
      theirs: middle("bare", "perSecond"),
      unit: "turns/s",
      target,
    }),
    line("p50", "p50", "ms"),
    line("p99", "p99", "ms"),
    line("cpu", "cpu", "µs/turn"),
    lineOf({
      bench: `${bench}.half-load-p99`,
      ours: half.p99,
      against: "the target",
      theirs: LATEST,
      unit: "ms",
      target: 1,
    }),
  ];
}

/** Throws where a click that was acknowledged is not kept. */
async function openSide(args: readonly string[], answers: readonly Answer[]): Promise<Side> {
  const child = fork(SERVER, [...args], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const { port } = await said<Listening>(child);
  const figures = async () => {
    child.send("figures");
    return said<Figures>(child);
  };
  return {
    async click(round, perSecond) {
      const before = await figures();
      const people = clicksOf(PEOPLE, round, answers);
      const loaded = await load(port, people, perSecond);
      const after = await figures();
      const sent = PEOPLE * answers.length;
      if (args[0] === "ours" && after.turns - before.turns !== sent)
        throw new Error(`${sent} clicks were acknowledged, and ${after.turns - before.turns} are kept`);
      return { ...loaded, cpu: after.cpu / sent };
    },
    stop: () => void child.kill(),
  };
}

async function said<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, "message")) as [Message];
  return message;
}
