/** Runs the built command as a person or a script would, each time in a data folder of its own. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Reply } from "../../src/chat/reply.ts";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export function newFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "signpost-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

interface Running {
  readonly input?: string;
  /** The folder for SIGNPOST_DATA. */
  readonly data?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function run(args: readonly string[], { input = "", data, cwd, env: more }: Running = {}): Ran {
  const env = { ...process.env, NO_COLOR: "1", ...(data ? { SIGNPOST_DATA: data } : {}), ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    env,
    ...(cwd ? { cwd } : {}),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, out: stdout, err: stderr };
}

/** The replies of `chat --json` to lines of JSON or typed words. */
export function chat(
  data: string,
  lines: readonly (string | object)[],
  args: readonly string[] = [],
): Reply[] {
  const input = lines
    .map((line) => JSON.stringify(typeof line === "string" ? { text: line } : line))
    .join("\n");
  const { out } = run(["chat", "--json", ...args], { input, data });
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { reply: Reply }).reply);
}

/** A conversation that is held open, so that it can be killed at any moment. */
export function openChat(data: string): {
  process: ChildProcessWithoutNullStreams;
  say(text: string): void;
  replies: AsyncIterator<string>;
  ended: Promise<void>;
} {
  const child = spawn(process.execPath, [MAIN, "chat", "--json"], {
    env: { ...process.env, SIGNPOST_DATA: data },
  });
  // A line written to a process that was just killed is lost, as it would be in life.
  child.stdin.on("error", () => undefined);
  return {
    process: child,
    say: (text) => child.stdin.write(`${JSON.stringify({ text })}\n`),
    replies: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    ended: new Promise((resolve) => child.once("close", () => resolve())),
  };
}

/** The words of a reply, as one text. */
export function wordsOf({ parts }: Reply): string {
  return JSON.stringify(parts);
}
