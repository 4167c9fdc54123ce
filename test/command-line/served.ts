/** The built program as a service: started, asked over HTTP, and stopped. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { keepLog } from "../logs.ts";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export interface Served {
  /** Where it listens, from what it prints. */
  readonly address: string;
  /** Standard output and standard error so far. */
  out(): string;
  err(): string;
  /** Sends the signal; gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Throws with all that was printed where it does not come up. Any free port is taken. */
export async function serve(env: Readonly<Record<string, string>>): Promise<Served> {
  const child = spawn(process.execPath, [MAIN, "start"], {
    env: { ...process.env, SIGNPOST_PORT: "0", ...env },
  });
  let out = "";
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const found = /http:\/\/\S+/.exec(out)?.[0];
      if (found) resolve(found);
    });
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${out}${err}`)));
  });
  void ended.then(() => keepLog(err));
  return {
    address,
    out: () => out,
    err: () => err,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}

/** What the page's form sends; `cookie` says who speaks. */
export function say(
  address: string,
  values: Readonly<Record<string, string>>,
  cookie = "",
): Promise<Response> {
  return fetch(`${address}/say`, {
    method: "POST",
    headers: { accept: "application/json", cookie },
    body: new URLSearchParams(values),
  });
}
