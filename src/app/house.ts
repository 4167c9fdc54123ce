/** Builds the house: config, content, store and bot. It does not think. */
import { createHash, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { Edition } from "../advice/edition.ts";
import { type Bot, openBot } from "../bot/bot.ts";
import type { Managers, World } from "../bot/room.ts";
import { type Desk, openDesk } from "../bot/view.ts";
import type { Config } from "../config.ts";
import { type Library, readRecord } from "../content/library.ts";
import { type Read, readJson } from "../facts/flaw.ts";
import type { LearnerRecord } from "../record/record.ts";
import { openDatabase } from "../store/database.ts";
import type { Schema } from "../store/schema.ts";
import { openTime, type Time } from "../store/time.ts";
import { type InUse, openInUse } from "./in-use.ts";
import { live } from "./live.ts";
import { ROOT } from "./root.ts";

/** What the house is told by the rest of the program. */
export type Outside = Pick<World, "watch" | "roster" | "reach" | "gauge" | "catchUp">;

export interface House {
  /** Always the one in use: nobody should keep a part of it. */
  readonly library: Library;
  /** With which it was opened. */
  readonly opened: InUse;
  readonly db: Kysely<Schema>;
  /** That of the database, which everything that is kept goes by. */
  readonly time: Time;
  readonly bot: Bot;
  /** Resolves once this is in use. Until it can answer questions, everybody goes on with what there was. */
  adopt(library: Library): Promise<void>;
}

/** Throws a ContentError or a StoreError, with words for the person who started the program. */
export async function openHouse(config: Config, outside: Outside = {}): Promise<House> {
  const db = await openDatabase(config.database);
  const opened = await openInUse(db, ROOT).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  let { library } = opened;
  const time = await openTime(db, config.database);
  const world = {
    now: time.now,
    newId: randomUUID,
    managers: managersOf(config),
    hours: config.hours,
    ...outside,
  };
  const bot = openBot(deskOf(library), db, world);
  return {
    library: live(() => library),
    opened,
    db,
    time,
    bot,
    async adopt(adopted) {
      await adopted.answers.ready();
      library = adopted;
      bot.adopt(deskOf(adopted));
    },
  };
}

/** Whom the configuration names; and whoever sits at this computer, since the database is theirs. */
function managersOf({ web, managers }: Pick<Config, "web" | "managers">): Managers {
  return ({ channel, tenant, user }) => {
    if (channel === "console" || (channel === "web" && web?.isPublic === false)) return true;
    return managers.some((each) => each.channel === channel && each.tenant === tenant && each.user === user);
  };
}

/** What the bot works with, from the content: a desk for everybody, and one for each edition that people may stay under. */
export function deskOf(library: Library): Desk {
  const others = [...library.earlier].map(([id, interview]) => [id, deskFor(library, interview)] as const);
  return { ...deskFor(library, library.interview), others: new Map(others) };
}

function deskFor(library: Library, interview: Library["interview"]): Desk {
  const { team: exampleTeam, cohort: cohortWords, answers } = library;
  const edition = library.editions.get(interview.edition) as Edition;
  const readRecord = (content: string) => readTalkedAbout(library, content, edition.id);
  return openDesk({
    edition,
    rules: fingerprintOf(edition),
    interview,
    exampleTeam,
    cohortWords,
    answers,
    readRecord,
  });
}

/** Changes whenever anything in the edition's files does. */
function fingerprintOf({
  head,
  units,
  catalogue,
  role,
  requirements,
  rows,
  notes,
  problems,
  readings,
}: Edition) {
  const content = [head, units, catalogue, role, [...requirements], rows, notes, problems, readings];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}

/** The text of a record file, with the edition that judges it. */
export function readRecordText(library: Library, content: string): ReturnType<typeof readRecord> {
  const json = readJson(z.unknown(), content);
  return "flaws" in json ? json : readRecord(library, json.value);
}

/** The conversation asks for the facts of one edition, so a record of another cannot be talked about. */
export function readTalkedAbout(
  library: Library,
  content: string,
  edition = library.interview.edition,
): Read<LearnerRecord> {
  const read = readRecordText(library, content);
  if ("flaws" in read) return read;
  const { record } = read.value;
  if (record.edition === edition) return { value: record };
  const wrong = `the conversation is about "${edition}"`;
  return { flaws: [{ path: "edition", wrong, right: `use signpost advise for "${record.edition}"` }] };
}

/** Short enough for a person to quote. */
export function newTurnId(): string {
  return randomUUID().slice(0, 8).toUpperCase();
}
