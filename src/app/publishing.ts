/** Publishes rules and words for every program on a database, once they are in order. */
import type { Kysely } from "kysely";
import { readConfig } from "../config.ts";
import { errorAt, type Finding, lineOf } from "../content/finding.ts";
import type { Library } from "../content/library.ts";
import { fingerprintOf, readTexts, type Texts } from "../content/texts.ts";
import { type Tried, tryTexts } from "../content/trial.ts";
import { countByEdition, findPublished, type Published, publish } from "../store/contents.ts";
import { openDatabase } from "../store/database.ts";
import type { Schema } from "../store/schema.ts";
import { ROOT } from "./root.ts";

/** All that is wrong with the texts, also for the people who are there; or what they open to. */
export async function tryFor(db: Kysely<Schema>, texts: Texts, built: string): Promise<Tried> {
  const tried = await tryTexts(texts, built);
  if ("findings" in tried) return tried;
  const findings = leftBehind(tried.library, await countByEdition(db));
  return findings.length > 0 ? { findings } : tried;
}

/** People stay under the edition with which they began, so that has to stay, too. */
export function leftBehind(
  { interview, earlier }: Pick<Library, "interview" | "earlier">,
  counts: ReadonlyMap<string, number>,
): Finding[] {
  return [...counts]
    .filter(([edition]) => edition !== "" && edition !== interview.edition && !earlier.has(edition))
    .map(([edition, people]) =>
      errorAt(
        "conversations",
        "",
        `${people} ${people === 1 ? "person" : "people"} began under "${edition}", and its questions are gone`,
        `keep rules/${edition}, and its questions as conversations/interview-${edition}.json`,
      ),
    );
}

/** Where another program publishes something else in this moment, whoever is later wins. */
export async function publishTexts(db: Kysely<Schema>, texts: Texts, now: Date): Promise<Published> {
  const fingerprint = fingerprintOf(texts);
  const files = JSON.stringify(texts);
  for (;;) {
    const before = await findPublished(db);
    if (before?.fingerprint === fingerprint) return before;
    await publish(db, { fingerprint, files, at: now.toISOString(), before });
  }
}

/** `signpost publish FOLDER`: from now on this is in use, whatever was before. False where it is refused. */
export async function publishFolder(
  environment: NodeJS.ProcessEnv,
  { print, complain }: { print(text: string): void; complain(line: string): void },
  folder: string,
): Promise<boolean> {
  const db = await openDatabase(readConfig(environment).database);
  try {
    const read = textsIn(folder);
    const tried = "texts" in read ? await tryFor(db, read.texts, ROOT) : read;
    if ("findings" in tried || !("texts" in read)) {
      for (const finding of "findings" in tried ? tried.findings : []) complain(lineOf(finding));
      return false;
    }
    const { number } = await publishTexts(db, read.texts, new Date());
    print(`Published as number ${number}. Programs that run use it within a few seconds.\n`);
    return true;
  } finally {
    await db.destroy();
  }
}

function textsIn(folder: string): { readonly texts: Texts } | { readonly findings: readonly Finding[] } {
  try {
    return { texts: readTexts(folder) };
  } catch (error) {
    const wrong = `it cannot be read (${(error as Error).message})`;
    return { findings: [errorAt(folder, "", wrong, "name a folder that holds rules/ and conversations/")] };
  }
}
