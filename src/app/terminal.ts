/** The conversation in a terminal, or line by line for scripts. */
import { type Terminal, talk } from "../channels/console/console.ts";
import { openDoor } from "../channels/console/door.ts";
import { answerLines } from "../channels/console/script.ts";
import { readConfig } from "../config.ts";
import { type House, newTurnId, openHouse } from "./house.ts";

const USER = "me";

export interface Chat {
  readonly isJson: boolean;
  /** The content of a record file to start from, which can be read as one. */
  readonly record: string | null;
}

/** Goes on until the person stops or the input ends. Throws what keeps the house from opening. */
export async function chat(
  environment: NodeJS.ProcessEnv,
  terminal: Terminal,
  { isJson, record }: Chat,
): Promise<void> {
  const house = await openHouse(readConfig(environment));
  try {
    await (isJson ? chatInJson : chatInWords)(house, terminal, record);
  } finally {
    await house.db.destroy();
  }
}

async function chatInJson({ bot }: House, terminal: Terminal, record: string | null): Promise<void> {
  const door = openDoor(bot, newTurnId, terminal.complain);
  if (record !== null) await door.receive({ file: record }, USER, () => undefined);
  await answerLines(door, terminal.input, terminal.write, USER);
}

async function chatInWords(
  { bot, library }: House,
  terminal: Terminal,
  record: string | null,
): Promise<void> {
  const door = openDoor(bot, newTurnId, terminal.complain);
  const resume = library.interview.words.commands.resume[0] ?? "";
  await talk(door, terminal, record === null ? { text: resume } : { file: record }, USER);
}
