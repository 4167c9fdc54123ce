/** The built program, serving the page on a port of its own, with a data folder of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { newFolder } from "../command-line/signpost.ts";
import { keepLog } from "../logs.ts";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export interface Program {
  /** Such as http://127.0.0.1:40123 */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startProgram(environment: Readonly<Record<string, string>> = {}): Promise<Program> {
  const folder = newFolder();
  const child = spawn(process.execPath, [MAIN, "start"], {
    cwd: folder.path,
    env: {
      PATH: process.env.PATH,
      SIGNPOST_PORT: "0",
      SIGNPOST_DATA: folder.path,
      SIGNPOST_LOG: "warn",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.on("data", (chunk: Buffer) => {
    process.stderr.write(chunk);
    keepLog(chunk.toString());
  });
  const ended = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (!url) continue;
    child.stdout.resume();
    return {
      url,
      async stop() {
        child.kill("SIGTERM");
        await ended;
        folder.remove();
      },
    };
  }
  throw new Error("The program ended before it listened; its own words stand above");
}
