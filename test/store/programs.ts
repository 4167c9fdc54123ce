/** Programs that use one database at the same time. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const WRITER = fileURLToPath(new URL("writer.mjs", import.meta.url));
const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

interface Writing {
  readonly programs: number;
  /** In each program. */
  readonly writers: number;
  /** Of each writer. */
  readonly turns: number;
}

/** Everybody speaks in one room; gives the numbers of all replies. */
export async function runWriters(address: string, { programs, writers, turns }: Writing): Promise<number[]> {
  const said = await Promise.all(
    Array.from({ length: programs }, (_, program) =>
      output([WRITER, address, String(program), String(writers), String(turns)]),
    ),
  );
  return said.flatMap((numbers) => JSON.parse(numbers) as number[]);
}

/** `signpost migrate`, several times at once; gives what each says. */
export function runMigrations(environment: NodeJS.ProcessEnv, programs: number): Promise<string[]> {
  return Promise.all(Array.from({ length: programs }, () => output([MAIN, "migrate"], environment)));
}

async function output(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const program = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, complaint, [code]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, "close"),
  ]);
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${complaint}`);
  return out;
}
