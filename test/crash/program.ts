/** One program as a process of its own, always on the same port, which can be killed and started at any moment. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Dice } from "./dice.ts";

/** Milliseconds; it usually takes less than one second. */
const LONGEST_START = 30_000;

export interface Program {
  readonly address: string;
  readonly port: number;
  /** Of the process that runs now. */
  readonly id: number;
  /** Resolves when it serves. */
  start(): Promise<void>;
  /** Resolves when it is gone. */
  kill(): Promise<void>;
  /** Writes a line to its standard input. */
  tell(line: string): void;
  /** Fails where it ended without being killed. */
  expectAlive(): void;
  /** When each process was killed, by its id. */
  readonly kills: ReadonlyMap<number, number>;
}

/** `command`: what node is started with. The program says a word when it serves, and ends when its standard input does. */
export interface Place {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
}

export function openProgram({ command, environment, port }: Place): Program {
  const kills = new Map<number, number>();
  let child: ChildProcess | null = null;
  let said = "";
  let death: string | null = null;
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    kills,
    get id() {
      return child?.pid ?? 0;
    },
    async start() {
      said = "";
      const env = { ...process.env, ...environment, SIGNPOST_PORT: String(port), SIGNPOST_LOG: "warn" };
      const started = spawn(process.execPath, command, { env, stdio: ["pipe", "pipe", "pipe"] });
      child = started;
      started.stderr.on("data", (chunk) => {
        said = `${said}${chunk}`.slice(-4_000);
      });
      started.once("exit", (code, signal) => {
        if (!kills.has(started.pid ?? 0)) death ??= `it ended by itself (${signal ?? code}): ${said}`;
      });
      await ready(started);
    },
    async kill() {
      if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      kills.set(child.pid, Date.now());
      child.kill("SIGKILL");
      await gone;
    },
    tell(line) {
      child?.stdin?.write(`${line}\n`);
    },
    expectAlive() {
      if (death !== null) throw new Error(`The program on port ${port} died: ${death}`);
    },
  };
}

/** Resolves also where it is gone before it serves: killed at the start, or dead, which `expectAlive` tells. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("The program did not start")), LONGEST_START);
    const end = () => {
      clearTimeout(late);
      resolve();
    };
    child.stdout?.once("data", end);
    child.once("exit", end);
  });
}

/** A port below those that connections are given by themselves, which could else take it while nobody listens. */
export async function freePort(dice: Dice): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = 20_000 + dice.roll(10_000);
    if (await isFree(port)) return port;
  }
  throw new Error("No port is free");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
