/** `signpost backup` and `signpost restore`: a copy of all that is kept, and the way back. */
import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { rename, unlink } from "node:fs/promises";
import { createInterface } from "node:readline";
import { readConfig } from "../config.ts";
import { backUp } from "../store/backup.ts";
import { openDatabase, openExisting, shownAddress } from "../store/database.ts";
import { type NotRestored, restore } from "../store/restore.ts";

export interface Printer {
  print(text: string): void;
  complain(line: string): void;
}

/** Only who runs the program may read it: it holds what people told. */
const OWN = 0o600;

/** False where nothing was written. Throws a ConfigError or a StoreError. */
export async function writeBackup(
  environment: NodeJS.ProcessEnv,
  { print, complain }: Printer,
  file: string,
): Promise<boolean> {
  if (existsSync(file)) {
    complain(`${file} is there already, and was left alone. Choose another name.`);
    return false;
  }
  const { database } = readConfig(environment);
  const db = await openExisting(database);
  const part = `${file}.part`;
  try {
    const stream = createWriteStream(part, { mode: OWN, flush: true });
    const closed = once(stream, "close");
    // What goes wrong later is thrown where `closed` is awaited.
    closed.catch(() => undefined);
    const rows = await backUp(db, new Date().toISOString(), async (line) => {
      if (!stream.write(`${line}\n`)) await once(stream, "drain");
    });
    stream.end();
    await closed;
    await rename(part, file);
    print(`${shownAddress(database)}: ${rows} rows were copied to ${file}.\n`);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    await unlink(part).catch(() => undefined);
    complain(`${file} cannot be written (${message}). Choose another place, or make room there.`);
    return false;
  } finally {
    await db.destroy();
  }
}

/** False where nothing was changed. Throws a ConfigError or a StoreError. */
export async function readBackup(
  environment: NodeJS.ProcessEnv,
  { print, complain }: Printer,
  file: string,
): Promise<boolean> {
  const { database } = readConfig(environment);
  const shown = shownAddress(database);
  if (!existsSync(file)) {
    complain(`There is no file ${file}. Nothing was changed.`);
    return false;
  }
  const db = await openDatabase(database);
  try {
    const restored = await restore(db, linesOf(file));
    if ("kind" in restored) {
      complain(`${sentenceOf(restored, file, shown)} Nothing was changed.`);
      return false;
    }
    print(`${shown}: ${restored.rows} rows of ${restored.at} are back. Start the program again.\n`);
    return true;
  } finally {
    await db.destroy();
  }
}

/** Opened when the first line is asked for: lines that nobody waits for are lost. */
async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

function sentenceOf(why: NotRestored, file: string, shown: string): string {
  switch (why.kind) {
    case "not-empty":
      return `${shown} is not empty. A copy is only brought back into an empty database: name a new one.`;
    case "other-version":
      return `${file} was made at "${why.made}", and this program is at "${why.here}". Bring it back with the version that made it, then upgrade.`;
    case "unreadable":
      return `${file} is not a copy that Signpost made, or it is damaged: line ${why.line} cannot be read.`;
    case "cut-short":
      return `${file} is not whole: its end is missing.`;
    case "altered":
      return `${file} is not as it was written: something in it was changed or damaged. Use another copy.`;
  }
}
