/** The content that a program starts with: what was published last, or, where nothing was, what lies on the disk. */
import type { Kysely } from "kysely";
import { ContentError } from "../content/finding.ts";
import { type Library, openLibrary } from "../content/library.ts";
import { fingerprintOf, readTexts, textsSchema } from "../content/texts.ts";
import { openTexts, type Tried } from "../content/trial.ts";
import { countByEdition, findPublished, getFiles, nameEditions, type Published } from "../store/contents.ts";
import type { Schema } from "../store/schema.ts";
import { leftBehind } from "./publishing.ts";

export interface InUse {
  readonly library: Library;
  /** 0 where it was not published yet. */
  readonly number: number;
  readonly fingerprint: string;
}

/**
 * Where what was published last cannot be opened by this program, that is found at its first look and said then. Throws a
 * ContentError where the disk's content is needed and cannot be used.
 */
export async function openInUse(db: Kysely<Schema>, root: string): Promise<InUse> {
  await nameEditions(db);
  const newest = await findPublished(db);
  const fingerprint = fingerprintOf(readTexts(root));
  const isHere = newest?.fingerprint === fingerprint;
  if (newest && !isHere) {
    const opened = await openNewest(db, newest, root);
    if ("library" in opened) return { ...opened, ...newest };
  }
  const library = openLibrary(root);
  if (!isHere) {
    const findings = leftBehind(library, await countByEdition(db));
    if (findings.length > 0) throw new ContentError(findings);
  }
  return { library, number: isHere ? newest.number : 0, fingerprint };
}

export async function openNewest(db: Kysely<Schema>, newest: Published, built: string): Promise<Tried> {
  return openTexts(textsSchema.parse(JSON.parse(await getFiles(db, newest))), built);
}
