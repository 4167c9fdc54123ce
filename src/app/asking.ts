/** `signpost ask`: one question and its answer; and `signpost questions`: what nobody could answer. */
import { join } from "node:path";
import { placeOf } from "../advice/unit.ts";
import type { Answered } from "../answers/answers.ts";
import type { Entry } from "../answers/entry.ts";
import type { AnswerWords } from "../answers/words.ts";
import { LONGEST_TEXT } from "../chat/turn.ts";
import { readConfig } from "../config.ts";
import { readAround } from "../content/around.ts";
import { openLibrary } from "../content/library.ts";
import { findTrained, keepTrained } from "../content/trained.ts";
import { fill } from "../facts/template.ts";
import { openExisting } from "../store/database.ts";
import { type AskedInVain, findUnanswered } from "../store/questions.ts";
import { ROOT } from "./root.ts";

/** The answer as it is printed: as one JSON object, or to read. */
export async function answerTo(question: string, isJson: boolean): Promise<string> {
  const { answers } = openLibrary(ROOT);
  const { says } = answers.content;
  if (question.length > LONGEST_TEXT) {
    const reply = fill(says.tooLong, { most: String(LONGEST_TEXT) });
    return isJson ? `${JSON.stringify({ band: "outside", answers: [], says: reply })}\n` : `${reply}\n`;
  }
  const answered = await answers.ask(question);
  const silent = answered.entries.map(({ says }) => says).join(" ");
  const reply = silent === "" ? says.unknown : silent;
  if (!isJson) return `${readable(answered, reply, says)}\n`;
  const { band, entries } = answered;
  return `${JSON.stringify({
    band,
    answers: entries.map(printed),
    ...(band === "outside" ? { says: reply } : {}),
  })}\n`;
}

/** What cannot be read is left to whoever starts or checks the program: the build says nothing about content. */
export function trainAnswers(): void {
  const { answers } = readAround(join(ROOT, "conversations"), ROOT);
  if (answers && !findTrained(ROOT, answers)) keepTrained(ROOT, answers);
}

function printed({ id, facts, says, cites, silent, outside }: Entry) {
  return {
    id,
    facts,
    says,
    cites: cites.map(placeOf),
    ...(silent ? { silent } : {}),
    ...(outside ? { outside } : {}),
  };
}

function readable({ band, entries }: Answered, reply: string, says: AnswerWords): string {
  if (entries.length === 0) return reply;
  if (band === "choose") return [says.choose, ...entries.map(({ question }) => `- ${question}`)].join("\n");
  return entries
    .flatMap((entry) => [
      entry.says,
      ...(entry.outside ? [fill(says.outside, { text: entry.outside })] : []),
      ...(entry.cites.length > 0 ? [fill(says.place, { places: entry.cites.map(placeOf).join("; ") })] : []),
    ])
    .join("\n");
}

const REASONS: Readonly<Record<AskedInVain["reason"], string>> = {
  unknown: "no answer",
  none: "none of those offered",
  "not-it": "not what was needed",
};

/** What was asked and not answered, grouped by the entry that is nearest to it, those asked most often first. */
export async function unanswered(environment: NodeJS.ProcessEnv, isJson: boolean): Promise<string> {
  const db = await openExisting(readConfig(environment).database);
  try {
    const rows = await findUnanswered(db);
    if (isJson) return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    if (rows.length === 0) return "Nothing is waiting: every question so far had an answer.\n";
    const nearest = [...new Set(rows.map((row) => row.nearest))];
    const groups = nearest.map((each) => [each, rows.filter((row) => row.nearest === each)] as const);
    const sorted = groups.toSorted((one, other) => timesOf(other[1]) - timesOf(one[1]));
    const lines = sorted.flatMap(([nearest, asked]) => [
      nearest === "" ? "Near no entry:" : `Near "${nearest}":`,
      ...asked.map(
        ({ question, times, reason, last_day }) =>
          `  ${times} × ${question} (${REASONS[reason]}, last ${last_day})`,
      ),
      "",
    ]);
    const how =
      "Add each to the phrasings of the entry that answers it, or write a new entry, in conversations/answers.json.";
    return [...lines, how, ""].join("\n");
  } finally {
    await db.destroy();
  }
}

function timesOf(rows: readonly AskedInVain[]): number {
  return rows.reduce((sum, { times }) => sum + times, 0);
}
