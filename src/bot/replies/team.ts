/** A team at a glance: one sentence, a line for each person, and what holds back how many. */
import { advise } from "../../advice/advise.ts";
import { type Part, text } from "../../chat/reply.ts";
import { gapsOf, isReady, type Member, type Progress, progressOf } from "../../cohort/progress.ts";
import { said, type Words } from "../../interview/words.ts";
import type { Desk } from "../view.ts";

/** How many gaps are drawn. */
const GAPS_SHOWN = 6;

/** `today` is an ISO date. */
export async function teamParts(
  { edition, interview }: Desk,
  members: readonly Member[],
  today: string,
): Promise<Part[]> {
  const words = interview.words.team;
  const team: Progress[] = [];
  for (const { name, record } of members) team.push(progressOf(name, await advise(edition, record, today)));
  return [text(summaryOf(team, words)), tableOf(team, words), chartOf(team, words)];
}

function summaryOf(team: readonly Progress[], words: Words["team"]): string {
  const ready = team.filter(isReady).length;
  const without = team.filter(({ qualification }) => qualification === null).length;
  const way = team.length - ready - without;
  const [gap] = gapsOf(team);
  const counts = said(words.summary, { people: team.length, ready, way, without });
  return gap ? `${counts} ${said(words.mostOpen, { title: gap.title, people: gap.people })}` : counts;
}

function tableOf(team: readonly Progress[], words: Words["team"]): Part {
  const { name, qualification, start, progress, open } = words.columns;
  const rows = team.map((each) => [
    each.name,
    each.qualification ?? words.none,
    each.canStart ? words.start[each.canStart] : words.none,
    each.of === 0 ? words.none : said(words.progress, { done: each.done, of: each.of }),
    each.open.slice(0, 2).join(", ") || words.none,
  ]);
  const columns = [name, qualification, start, progress, open].map((title) => ({ title }));
  return { kind: "table", title: words.table, columns, rows };
}

function chartOf(team: readonly Progress[], words: Words["team"]): Part {
  const bars = gapsOf(team)
    .slice(0, GAPS_SHOWN)
    .map(({ title, people }) => ({ label: title, value: people }));
  return { kind: "chart", title: words.chart, unit: words.people, bars };
}
