/** The service as it is started: how soon it answers, and what it holds. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Line, lineOf } from "../line.ts";
import { median } from "../measure.ts";
import { sqliteGround } from "./ground.ts";

const MAIN = fileURLToPath(new URL("../../../dist/main.js", import.meta.url));
const STARTS = 5;
/** Milliseconds from the command to the first answer over HTTP. */
const FIRST_ANSWER = 1_000;
/** Megabytes. */
const IDLE = 120;
/** Milliseconds until an idle program has given back what it used to start. */
const REST = 15_000;
const PEOPLE = 10_000;
const AT_ONCE = 32;

interface Started {
  readonly process: ChildProcess;
  readonly address: string;
}

async function start(data: string): Promise<Started> {
  const child = spawn(process.execPath, [MAIN, "start"], {
    env: { ...process.env, SIGNPOST_DATA: data, SIGNPOST_PORT: "0", SIGNPOST_LOG: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  const address = /http:\/\/\S+/.exec(said.toString())?.[0];
  if (!address) throw new Error(`The service did not say where it listens: ${said}`);
  return { process: child, address };
}

async function stop({ process: child }: Started): Promise<void> {
  child.kill();
  await once(child, "exit");
}

async function answerTo(address: string, turn: string, text: string): Promise<string> {
  const response = await fetch(`${address}/say`, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ turn, text }),
  });
  return JSON.stringify(await response.json());
}

export async function firstAnswer(): Promise<Line[]> {
  const ground = sqliteGround();
  const took: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const data = dirname(await ground.newDatabase());
    const before = performance.now();
    const service = await start(data);
    const answer = await answerTo(service.address, "turn-0001", "college");
    took.push(performance.now() - before);
    if (!answer.includes("Where you work")) throw new Error(`That was no answer: ${answer}`);
    await stop(service);
  }
  await ground.close();
  return [limited("service.first-answer", median(took), FIRST_ANSWER, "ms")];
}

/** Resident memory of a program that waits, and of the same one after 10,000 people have spoken to it. */
export async function residentMemory(): Promise<Line[]> {
  const ground = sqliteGround();
  const service = await start(dirname(await ground.newDatabase()));
  await resting();
  const idle = memoryOf(service);
  let spoken = 0;
  const speak = async () => {
    while (spoken < PEOPLE) {
      spoken += 1;
      // Without a cookie everybody is somebody new.
      await answerTo(service.address, `turn-of-${spoken}-0001`, "college");
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, speak));
  await resting();
  const busy = memoryOf(service);
  await stop(service);
  await ground.close();
  return [
    limited("service.memory-idle", idle, IDLE, "MB"),
    lineOf({
      bench: "service.memory-10000-people",
      ours: busy,
      against: "itself, idle",
      theirs: idle,
      unit: "MB",
      target: null,
    }),
  ];
}

function resting(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, REST));
}

/** Megabytes, as the system counts them. */
function memoryOf({ process: child }: Started): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_000;
}

function limited(bench: string, ours: number, limit: number, unit: "ms" | "MB"): Line {
  return lineOf({ bench, ours, against: `a limit of ${limit} ${unit}`, theirs: limit, unit, target: 1 });
}
