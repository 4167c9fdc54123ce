/**
 * What is published: the rules and words in use, the same in every program on one database. What changes on the disk of one
 * of them is checked, and used by all; or refused as a whole, and nothing changes.
 */
import type { Kysely } from "kysely";
import { lineOf } from "../content/finding.ts";
import type { Library } from "../content/library.ts";
import { fingerprintOf, readTexts, signatureOf, type Texts } from "../content/texts.ts";
import type { Clock } from "../jobs/clock.ts";
import { findPublished, type Published as Newest, wasPublished } from "../store/contents.ts";
import type { Schema } from "../store/schema.ts";
import { type InUse, openNewest } from "./in-use.ts";
import { publishTexts, tryFor } from "./publishing.ts";

export interface Published {
  /** The number of what is in use; 0 where nothing was published yet. */
  readonly number: number;
  /** What lies on the disk was refused. */
  readonly isRefusing: boolean;
  /** Nothing was published that this program cannot use. */
  readonly isCurrent: boolean;
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
  /** What was checked and opened is in use once this resolves; it was published under this number. */
  adopt(library: Library, number: number): Promise<void>;
  /** Tells whoever runs the program. */
  complain(line: string, detail?: unknown): void;
}

/** What lies on the disk, and how it is told from what lay there before. */
interface OnDisk {
  readonly signature: string;
  readonly fingerprint: string;
}

export function openPublished(
  { db, root, clock, adopt, complain }: Publishing,
  opened: Pick<InUse, "number" | "fingerprint">,
): Published {
  let used: Newest = { number: opened.number, fingerprint: opened.fingerprint };
  let seen: OnDisk | null = null;
  /** Was there at the last look, and may still be written. */
  let settling = "";
  let refused = "";
  /** What lay on the disk before it was changed, and was in use: what is refused is mended, and no other starting point. */
  let base = "";
  /** What this program cannot use, though another published it. */
  let unusable = 0;
  let isBlind = false;
  let looking: Promise<void> | null = null;
  /** Checked and opened here just now, so that it need not be opened again. */
  let tried: { readonly fingerprint: string; readonly library: Library } | null = null;
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
      return refused !== "" && refused === seen?.fingerprint;
    },
    get isCurrent() {
      return unusable === 0;
    },
    look,
    async stop() {
      end();
      await looking;
    },
  };

  /** The database or a file may be away for a while; it is said once, and what was not dealt with is looked at again. */
  async function lookOnce(): Promise<void> {
    try {
      const found = readChanged();
      if (found) {
        if (found.texts) await offer(found.texts, found.fingerprint);
        // The texts need not be kept: some megabytes.
        seen = { signature: found.signature, fingerprint: found.fingerprint };
      }
      const newest = await findPublished(db);
      if (newest && newest.number !== used.number && newest.number !== unusable) await follow(newest);
      isBlind = false;
    } catch (error) {
      if (!isBlind) complain("Whether rules or words have changed cannot be seen now", error);
      isBlind = true;
    } finally {
      tried = null;
    }
  }

  /** Where nobody is still writing; without texts where these are the same as before. */
  function readChanged(): (OnDisk & { readonly texts: Texts | null }) | null {
    const signature = signatureOf(root);
    if (signature === seen?.signature) return null;
    if (seen && settling !== signature) {
      settling = signature;
      return null;
    }
    const texts = readTexts(root);
    const fingerprint = fingerprintOf(texts);
    return { signature, fingerprint, texts: fingerprint === seen?.fingerprint ? null : texts };
  }

  async function offer(texts: Texts, fingerprint: string): Promise<void> {
    const newest = await findPublished(db);
    if (newest?.fingerprint === fingerprint) {
      base = fingerprint;
      return;
    }
    // What lay here at the start may be older than what another program published since.
    if (!seen && (await wasPublished(db, fingerprint))) return complain(OLDER);
    if (seen && newest && newest.fingerprint !== base) {
      refused = fingerprint;
      return complain(
        `${NOT_USED}: they were not made from what is in use, number ${newest.number}. ${TAKE_OVER}`,
      );
    }
    const outcome = await tryFor(db, texts, root);
    if ("findings" in outcome) {
      refused = fingerprint;
      return complain(NOT_USED, outcome.findings.map(lineOf));
    }
    tried = { fingerprint, library: outcome.library };
    await publishTexts(db, texts, clock.now());
    base = fingerprint;
  }

  async function follow(newest: Newest): Promise<void> {
    if (newest.fingerprint !== used.fingerprint) {
      const opened = tried?.fingerprint === newest.fingerprint ? tried : await openNewest(db, newest, root);
      if ("findings" in opened) {
        unusable = newest.number;
        const lines = opened.findings.map(lineOf);
        return complain("What another program published cannot be used by this one", lines);
      }
      await adopt(opened.library, newest.number);
    }
    used = newest;
    unusable = 0;
  }
}

const NOT_USED = "The changed files in rules/ or conversations/ are not used";
const TAKE_OVER = "Take over into them what was published since, and run: signpost publish FOLDER";
const OLDER =
  "The rules and words on this disk were replaced by newer ones since, which are in use. To go back to these, run: signpost publish FOLDER";
