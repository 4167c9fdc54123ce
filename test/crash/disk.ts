/** A small disk that can be filled up and freed again while a program writes on it. */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Disk {
  readonly folder: string;
  /** What it is in truth. */
  readonly kind: string;
  /** From now on nothing more can be written. */
  fill(program: { readonly id: number }): void;
  free(program: { readonly id: number }): void;
  remove(): void;
}

const SIZE = "12m";

/** A file system of its own in memory; where none may be mounted, files that may not grow, which fails as truly. */
export function openDisk(): Disk {
  const folder = mkdtempSync(join(tmpdir(), "signpost-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder], { stdio: "pipe" });
    return mounted(folder);
  } catch {
    return limited(folder);
  }
}

function mounted(folder: string): Disk {
  const ballast = join(folder, "ballast");
  return {
    folder,
    kind: `a tmpfs of ${SIZE}`,
    fill: () => fillWith(ballast),
    free: () => rmSync(ballast),
    remove() {
      // A program that was just killed may still hold it for a moment.
      execFileSync("umount", ["--lazy", folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Large pieces first, then small ones, until not even these have room. */
function fillWith(path: string): void {
  const file = openSync(path, "w");
  for (const size of [65_536, 4_096]) {
    try {
      for (let written = size; written === size; ) written = writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }
  closeSync(file);
}

function limited(folder: string): Disk {
  const limit = (id: number, bytes: number | "unlimited") =>
    execFileSync("prlimit", ["--pid", String(id), `--fsize=${bytes}:`], { stdio: "pipe" });
  return {
    folder,
    kind: "a limit on the size of the program's files, since no file system may be mounted here",
    fill: ({ id }) =>
      limit(id, Math.max(...readdirSync(folder).map((name) => statSync(join(folder, name)).size))),
    free: ({ id }) => limit(id, "unlimited"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
