/**
 * What is published: the rules and words in use, the same in every program on one database. What changes on the disk of one
 * of them is checked, and used by all; or refused as a whole, and nothing changes.
 */
import type { Kysely } from "kysely";
import { type Finding, lineOf } from "../content/finding.ts";
import type { Library } from "../content/library.ts";
import { fingerprintOf, readTexts, signatureOf, type Texts, textsSchema } from "../content/texts.ts";
import { openTexts, tryTexts } from "../content/trial.ts";
import type { Clock } from "../jobs/clock.ts";
import {
  countByEdition,
  findPublished,
  getFiles,
  type Published as Newest,
  publish,
  wasPublished,
} from "../store/contents.ts";
import type { Schema } from "../store/schema.ts";

export interface Published {
  /** The number of what is in use; 0 where nothing was published yet. */
  readonly number: number;
  /** What lies on the disk was refused. */
  readonly isRefusing: boolean;
  /** Looks at the disk and at the database, and adopts what is newer. Resolves when that is done. */
  look(): Promise<void>;
  /** Looks no more, and ends a look that was begun. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks. */
const LOOK = 2_000;

export interface Publishing {
  readonly db: Kysely<Schema>;
  /** The folder that holds rules/ and conversations/. */
  readonly root: string;
  readonly clock: Clock;
  /** What was checked and opened is in use once this resolves. */
  adopt(library: Library): Promise<void>;
  /** Tells whoever runs the program. */
  complain(line: string, detail?: unknown): void;
}

interface Changed {
  readonly texts: Texts;
  readonly fingerprint: string;
  /** It lay there when the program started. */
  readonly isFirst: boolean;
}

/** `opened`: the fingerprint of what the program works with so far. What others published is in use once this resolves. */
export async function openPublished(
  { db, root, clock, adopt, complain }: Publishing,
  opened: string,
): Promise<Published> {
  let used: Newest = { number: 0, fingerprint: opened };
  let seen = { signature: "", fingerprint: "" };
  /** Was there at the last look, and may still be written. */
  let settling = "";
  let refused = "";
  /** What this program cannot use, though another published it. */
  let unusable = 0;
  let isBlind = false;
  let looking: Promise<void> | null = null;
  const first = await findPublished(db);
  if (first) await follow(first);
  const look = () => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };
  const end = clock.every(LOOK, () => void look());
  return {
    get number() {
      return used.number;
    },
    get isRefusing() {
      return refused !== "" && refused === seen.fingerprint;
    },
    look,
    async stop() {
      end();
      await looking;
    },
  };

  /** The database or a file may be away for a while; it is said once. */
  async function lookOnce(): Promise<void> {
    try {
      const changed = readChanged();
      if (changed) await offer(changed);
      const newest = await findPublished(db);
      if (newest && newest.number !== used.number && newest.number !== unusable) await follow(newest);
      isBlind = false;
    } catch (error) {
      if (!isBlind) complain("Whether rules or words have changed cannot be seen now", error);
      isBlind = true;
    }
  }

  /** What lies on the disk, where it is other than it was and nobody is still writing it. */
  function readChanged(): Changed | null {
    const signature = signatureOf(root);
    if (signature === seen.signature) return null;
    const isFirst = seen.signature === "";
    if (!isFirst && settling !== signature) {
      settling = signature;
      return null;
    }
    const texts = readTexts(root);
    const fingerprint = fingerprintOf(texts);
    const isSame = fingerprint === seen.fingerprint;
    seen = { signature, fingerprint };
    return isSame ? null : { texts, fingerprint, isFirst };
  }

  async function offer({ texts, fingerprint, isFirst }: Changed): Promise<void> {
    let newest = await findPublished(db);
    if (newest?.fingerprint === fingerprint) return;
    // What lay here at the start may be older than what another program published since.
    if (isFirst && (await wasPublished(db, fingerprint))) return complain(OLDER);
    const tried = await tryTexts(texts);
    const findings =
      "findings" in tried ? tried.findings : leftBehind(tried.library, await countByEdition(db));
    if (findings.length > 0) {
      refused = fingerprint;
      return complain("What was changed in rules/ or conversations/ is not used", findings.map(lineOf));
    }
    const files = JSON.stringify(texts);
    // Where another program publishes something else in this moment, whoever is later wins.
    while (newest?.fingerprint !== fingerprint)
      newest = await publish(db, { fingerprint, files, at: clock.now().toISOString(), before: newest });
  }

  async function follow(newest: Newest): Promise<void> {
    if (newest.fingerprint !== used.fingerprint) {
      const opened = await openTexts(textsSchema.parse(JSON.parse(await getFiles(db, newest))));
      if ("findings" in opened) {
        unusable = newest.number;
        const lines = opened.findings.map(lineOf);
        return complain("What another program published cannot be used by this one", lines);
      }
      await adopt(opened.library);
    }
    used = newest;
  }
}

const OLDER =
  "The rules and words on this disk were replaced by newer ones since, which are in use. To go back to these, change one of the files while the program runs";

/** People stay under the edition with which they began, so that has to stay, too. */
function leftBehind({ interview, earlier }: Library, counts: ReadonlyMap<string, number>): Finding[] {
  return [...counts]
    .filter(([edition]) => edition !== "" && edition !== interview.edition && !earlier.has(edition))
    .map(([edition, people]) => ({
      file: "conversations",
      severity: "error" as const,
      path: "",
      wrong: `${people} ${people === 1 ? "person" : "people"} began under "${edition}", and its questions are gone`,
      right: `keep rules/${edition}, and its questions as conversations/interview-${edition}.json`,
    }));
}
