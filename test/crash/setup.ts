/** Throws the seed, links what the compiled program reads beside it, and starts the PostgreSQL server of the run. */
import { randomInt } from "node:crypto";
import { existsSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import startPostgres from "../postgres.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export default function setUp(project: TestProject) {
  // Every test file is a process of its own, and inherits it.
  process.env.CRASH_SEED ??= String(randomInt(1_000_000));
  process.stdout.write(
    `To throw the same dice again: CRASH_SEED=${process.env.CRASH_SEED} npm run test:crash\n`,
  );
  for (const folder of ["rules", "conversations", "page"])
    if (!existsSync(`${ROOT}.crash/${folder}`)) symlinkSync(`../${folder}`, `${ROOT}.crash/${folder}`);
  return startPostgres(project);
}
