/** Advice on records from files or from standard input. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { advise } from "../advice/advise.ts";
import type { Edition } from "../advice/edition.ts";
import { stand } from "../advice/standing.ts";
import { localDate } from "../bot/date.ts";
import { adviceOn } from "../bot/replies/advice.ts";
import { renderParts } from "../channels/console/render.ts";
import { type Library, openLibrary } from "../content/library.ts";
import { sentenceOf } from "../facts/flaw.ts";
import type { LearnerRecord } from "../record/record.ts";
import { readRecordText, readTalkedAbout } from "./house.ts";
import { ROOT } from "./root.ts";

/** Where it is read from and printed to. */
export interface Desk {
  readonly input: NodeJS.ReadableStream;
  print(text: string): void;
  /** Every problem of a record that is refused, one a line. */
  complain(line: string): void;
  readonly hasColour: boolean;
}

/** Advises on every file, `-` being standard input with a record on each line. False where one was refused. */
export async function adviseAll(desk: Desk, files: readonly string[], isJson: boolean): Promise<boolean> {
  const library = openLibrary(ROOT);
  let areAllRead = true;
  for await (const [name, text] of textsOf(desk, files)) {
    const read = text === null ? null : recordRead(desk, library, name, text);
    if (read) desk.print(await adviceText(library, read, isJson, desk.hasColour));
    else areAllRead = false;
  }
  return areAllRead;
}

/** The text of a record file that a conversation can start from; null after the person was told why it is none. */
export function textToStartFrom(desk: Pick<Desk, "complain">, file: string): string | null {
  const text = textOf(desk, file);
  if (text === null) return null;
  const read = readTalkedAbout(openLibrary(ROOT), text);
  if ("value" in read) return text;
  for (const flaw of read.flaws) desk.complain(`${file}: ${sentenceOf(flaw)}`);
  return null;
}

async function* textsOf(desk: Desk, files: readonly string[]): AsyncGenerator<[string, string | null]> {
  for (const file of files) {
    if (file !== "-") yield [file, textOf(desk, file)];
    else {
      let number = 0;
      for await (const line of createInterface({ input: desk.input })) {
        number += 1;
        if (line.trim() !== "") yield [`line ${number}`, line];
      }
    }
  }
}

function recordRead({ complain }: Desk, library: Library, name: string, text: string) {
  const read = readRecordText(library, text);
  if ("value" in read) return read.value;
  for (const flaw of read.flaws) complain(`${name}: ${sentenceOf(flaw)}`);
  return null;
}

async function adviceText(
  { interview }: Library,
  { edition, record }: { edition: Edition; record: LearnerRecord },
  isJson: boolean,
  hasColour: boolean,
): Promise<string> {
  const today = localDate(new Date());
  if (isJson) return `${JSON.stringify(await advise(edition, record, today))}\n`;
  const standing = await stand(edition, record, today);
  return renderParts(await adviceOn({ edition, interview }, record, standing), hasColour);
}

function textOf({ complain }: Pick<Desk, "complain">, file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    complain(
      `${file}: this file cannot be read (${(error as Error).message}); check its name and that you may read it`,
    );
    return null;
  }
}
