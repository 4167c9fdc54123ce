/** Takes a manager's line apart: what to do, with what, and in which team. */

import type { VerbName } from "../../cohort/words/typed.ts";
import type { CohortWords } from "../../cohort/words/words.ts";
import { plain } from "../../interview/reading/phrase.ts";
import type { Membership } from "../../store/cohorts.ts";

export interface Line {
  readonly verb: VerbName | null;
  /** What was typed behind the verb; everything where there is none. */
  readonly rest: string;
  /** The team that is named at the end: one of those given, "unknown" for an id of none of them, null for no name. */
  readonly team: Membership | "unknown" | null;
}

/** `teams`: those that may be named. */
export function readLine(typed: string, words: CohortWords, teams: readonly Membership[]): Line {
  const { left, team } = teamAtEnd(typed.trim(), words, teams);
  const found = verbAtStart(left, words);
  return { team, ...found };
}

function teamAtEnd(
  typed: string,
  { marks }: CohortWords,
  teams: readonly Membership[],
): { left: string; team: Line["team"] } {
  const byId = /(?:^|\s)\S+\s+#([\w-]+)$/.exec(typed);
  if (byId && marks.in.some((mark) => new RegExp(`(?:^|\\s)${mark}\\s+#[\\w-]+$`, "i").test(typed))) {
    const left = typed.replace(/(?:^|\s)\S+\s+#[\w-]+$/, "");
    return { left, team: teams.find(({ cohort }) => cohort.id === byId[1]) ?? "unknown" };
  }
  for (const team of teams) {
    const name = team.cohort.name.toLowerCase();
    const end = marks.in
      .map((mark) => `${mark} ${name}`)
      .find((each) => ` ${typed.toLowerCase()}`.endsWith(` ${each}`));
    if (end !== undefined)
      return { left: typed.slice(0, Math.max(0, typed.length - end.length)).trim(), team };
  }
  return { left: typed, team: null };
}

/** The longest phrase that the line begins with. */
function verbAtStart(typed: string, { verbs }: CohortWords): Pick<Line, "verb" | "rest"> {
  const text = `${plain(typed)} `;
  const phrases = Object.entries(verbs)
    .flatMap(([verb, all]) => all.map((phrase) => ({ verb: verb as VerbName, phrase: plain(phrase) })))
    .sort((a, b) => b.phrase.length - a.phrase.length);
  const found = phrases.find(({ phrase }) => text.startsWith(`${phrase} `));
  if (!found) return { verb: null, rest: typed };
  return { verb: found.verb, rest: wordsAfter(typed, found.phrase.split(" ").length) };
}

/** What stands behind so many words, as it was typed. */
export function wordsAfter(typed: string, count: number): string {
  return typed.trim().split(/\s+/).slice(count).join(" ");
}

/** "Amy Khan as Amy" is two things: what stands before such a word and behind it. */
export function splitAt(typed: string, marks: readonly string[]): { before: string; after: string | null } {
  for (const mark of marks) {
    const found = new RegExp(`(?:^|\\s)${mark}(?:\\s+|$)`, "i").exec(typed);
    if (found)
      return {
        before: typed.slice(0, found.index).trim(),
        after: typed.slice(found.index + found[0].length).trim(),
      };
  }
  return { before: typed.trim(), after: null };
}

/** The last word of a line, and what stands before it. */
export function lastWord(typed: string): { before: string; last: string } {
  const words = typed.trim().split(/\s+/);
  return { before: words.slice(0, -1).join(" "), last: words.at(-1) ?? "" };
}
