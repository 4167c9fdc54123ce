/** Builds the house: the only place that knows all of its rooms. */
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Advice, advise } from "./advice/advise.ts";
import type { Edition } from "./advice/edition.ts";
import { stand } from "./advice/standing.ts";
import { type Bot, localDate, openBot } from "./bot/bot.ts";
import { adviceOn } from "./bot/replies/advice.ts";
import { openDesk } from "./bot/view.ts";
import { type Terminal, talk } from "./channels/console/console.ts";
import { type Door, openDoor } from "./channels/console/door.ts";
import { renderParts } from "./channels/console/render.ts";
import { answerLines } from "./channels/console/script.ts";
import { readConfig } from "./config.ts";
import { type Library, openLibrary } from "./content/library.ts";
import type { LearnerRecord } from "./record/record.ts";
import { openDatabase } from "./store/database.ts";

/** The folder that holds rules/ and conversations/: the package itself, whether it runs from src/ or dist/. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const PERSON = "console:me";

export interface App {
  readonly library: Library;
  readonly bot: Bot;
  close(): Promise<void>;
}

/** Throws a ConfigError, a ContentError or a StoreError, with words for the person who started the program. */
export async function openApp(environment: NodeJS.ProcessEnv): Promise<App> {
  const config = readConfig(environment);
  const library = openLibrary(ROOT);
  const edition = library.editions.get(library.interview.edition) as Edition;
  const db = await openDatabase(config.databaseFile);
  const bot = openBot(openDesk(edition, library.interview), db, () => new Date());
  return { library, bot, close: () => db.destroy() };
}

/** The conversation for scripts, from a record where one is given. */
export async function chatInJson(app: App, terminal: Terminal, record: LearnerRecord | null): Promise<void> {
  if (record) await app.bot.begin(PERSON, record, newTurnId());
  await answerLines(doorOf(app, terminal), terminal.input, terminal.write, PERSON);
}

/** The conversation in a terminal: begun, taken up again, or from a record. */
export async function chatInTerminal(
  app: App,
  terminal: Terminal,
  record: LearnerRecord | null,
): Promise<void> {
  const door = doorOf(app, terminal);
  const opening = record
    ? await app.bot.begin(PERSON, record, newTurnId())
    : await door.receive({ text: app.library.interview.words.commands.resume[0] ?? "" }, PERSON);
  await talk(door, terminal, opening, PERSON);
}

function doorOf({ bot }: App, { complain }: Terminal): Door {
  return openDoor(bot, newTurnId, complain);
}

/** Short enough for a person to quote. */
function newTurnId(): string {
  return randomUUID().slice(0, 8).toUpperCase();
}

export function adviseToday(edition: Edition, record: LearnerRecord): Promise<Advice> {
  return advise(edition, record, localDate(new Date()));
}

/** Advice as it reads in a terminal. */
export async function advicePrinted(
  library: Library,
  edition: Edition,
  record: LearnerRecord,
  hasColour: boolean,
): Promise<string> {
  const standing = await stand(edition, record, localDate(new Date()));
  const parts = await adviceOn({ edition, interview: library.interview }, record, standing);
  return renderParts(parts, hasColour);
}
