/** Every command, once. */
import { nearest } from "../../facts/nearest.ts";
import { plain } from "../../interview/reading/phrase.ts";
import type { Words } from "../../interview/words.ts";
import { ask } from "../answering/ask.ts";
import { helped, notIt } from "../answering/rate.ts";
import { agree, decline } from "../joining/agree.ts";
import { join } from "../joining/join.ts";
import { leave, whoSees } from "../joining/seen.ts";
import { remind } from "../reminding/remind-me.ts";
import { team } from "../team/team.ts";
import { change, forget, log } from "./changing.ts";
import type { Command } from "./command.ts";
import { exportRecord } from "./exporting.ts";
import { back, hello, resume, skip, start, stop } from "./going.ts";
import { link, unlink } from "./linking.ts";
import { gaps, help, review, why } from "./looking.ts";
import { whatIf } from "./supposing.ts";

const COMMANDS: readonly Command[] = [
  start,
  hello,
  stop,
  resume,
  back,
  skip,
  why,
  review,
  gaps,
  help,
  exportRecord,
  change,
  log,
  forget,
  ask,
  helped,
  notIt,
  team,
  link,
  unlink,
  join,
  agree,
  decline,
  whoSees,
  leave,
  remind,
  whatIf,
];

/** Commands that take words behind them; the others have to stand alone, so that an answer may begin with one. */
const WITH_REST: ReadonlySet<Command> = new Set([
  change,
  log,
  forget,
  ask,
  team,
  link,
  join,
  agree,
  decline,
  leave,
  remind,
  whatIf,
]);

export function findCommand(typed: string, words: Words): { command: Command; rest: string } | null {
  const text = plain(typed);
  for (const command of COMMANDS) {
    const phrases = words.commands[command.word].map(plain);
    if (phrases.includes(text)) return { command, rest: "" };
    const begun = WITH_REST.has(command) && phrases.find((phrase) => text.startsWith(`${phrase} `));
    if (begun) return { command, rest: restAfter(typed, begun) };
  }
  return null;
}

/** Shorter words are near too many others. */
const SHORTEST = 4;

/** The words of a command that somebody may have meant, where what they typed is nearly that and nothing else. */
export function nearestCommand(typed: string, { commands }: Words): string | null {
  const phrases = COMMANDS.flatMap(({ word }) => commands[word].map(plain));
  return typed.length < SHORTEST ? null : nearest(plain(typed), phrases);
}

/** What was typed behind the command, as it was typed: dates and commas matter there. */
function restAfter(typed: string, phrase: string): string {
  return typed.trim().split(/\s+/).slice(phrase.split(" ").length).join(" ");
}
