/** Programs over one database, each with rules and words on a disk of its own that a test may change. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { onTestFinished } from "vitest";
import { deskOf } from "../../src/app/house.ts";
import { openInUse } from "../../src/app/in-use.ts";
import { openPublished, type Published } from "../../src/app/published.ts";
import type { Bot } from "../../src/bot/bot.ts";
import type { Schema } from "../../src/store/schema.ts";
import { applyChange, type Change } from "../content/change.ts";
import { botFor } from "../desk.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TODAY = "2026-11-23";

export interface Program {
  readonly bot: Bot;
  readonly published: Published;
  /** Its folder. */
  readonly disk: string;
  /** Changes its disk, and waits until it has seen that nobody writes any more. */
  change(...changes: readonly Change[]): Promise<void>;
  /** What it told whoever runs it. */
  readonly complaints: readonly string[];
}

/** A disk with the content as it is. */
export function newDisk(): string {
  const root = mkdtempSync(join(tmpdir(), "signpost-disk-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["rules", "conversations"])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  return root;
}

export async function start(db: Kysely<Schema>, root: string): Promise<Program> {
  const opened = await openInUse(db, root);
  const complaints: string[] = [];
  let published: Published;
  const catchUp = async () => {
    await published.look();
    return published.isCurrent;
  };
  const bot = botFor(opened.library, db, TODAY, { catchUp });
  published = openPublished(
    {
      db,
      root,
      // It looks when the test says so.
      clock: { now: () => new Date(`${TODAY}T12:00:00Z`), every: () => () => undefined },
      adopt: async (adopted) => bot.adopt(deskOf(adopted)),
      complain: (line, detail) => void complaints.push([line, detail ?? []].flat().join("\n")),
    },
    opened,
  );
  onTestFinished(() => published.stop());
  return {
    bot,
    published,
    disk: root,
    complaints,
    async change(...changes) {
      for (const each of changes) applyChange(root, each);
      await published.look();
      await published.look();
    },
  };
}

/** From now on everybody begins under an edition of this id, which is else the same; who began before keeps theirs. */
export function addEdition(root: string, id: string, keepsEarlier = true): void {
  const [was = ""] = readdirSync(join(root, "rules"));
  cpSync(join(root, "rules", was), join(root, "rules", id), { recursive: true });
  for (const each of readdirSync(join(root, "rules", id), { recursive: true, withFileTypes: true }))
    if (each.isFile()) rename(join(each.parentPath, each.name), was, id);
  const interview = join(root, "conversations", "interview.json");
  const earlier = join(root, "conversations", `interview-${was}.json`);
  renameSync(interview, earlier);
  cpSync(earlier, interview);
  for (const name of ["interview", "example-team"])
    rename(join(root, "conversations", `${name}.json`), was, id);
  if (keepsEarlier) return;
  rmSync(earlier);
  rmSync(join(root, "rules", was), { recursive: true });
}

function rename(file: string, was: string, id: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(was, id));
}
