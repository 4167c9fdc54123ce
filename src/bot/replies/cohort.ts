/** A cohort in words: one sentence, a table of people, and what holds back how many. */
import type { Edition } from "../../advice/edition.ts";
import type { Part } from "../../chat/reply.ts";
import type { Overview } from "../../cohort/overview.ts";
import { type Progress, stageOf } from "../../cohort/progress.ts";
import type { CohortWords } from "../../cohort/words/words.ts";
import { said } from "../../interview/words.ts";
import type { Desk } from "../view.ts";

/** How many gaps are drawn. */
const GAPS_SHOWN = 6;
/** How many open requirements stand beside a name. */
const OPEN_SHOWN = 2;

/** Somebody as a line of the table. */
export interface Listed {
  readonly name: string;
  readonly progress: Progress;
  /** When they last told something, in words. */
  readonly changed: string;
}

/** "12 people: 5 ready, 4 on the way, 3 without a recommendation yet." and what is open for most. */
export function summaryOf(desk: Desk, { people, stages, gaps }: Overview): string {
  const words = desk.cohortWords;
  const { shows } = words;
  const stage =
    (Object.keys(stages) as (keyof typeof stages)[]).find((each) => stages[each] > 0) ?? "without";
  if (people === 1) return said(shows.summaryOne, { stage: words.stages[stage][0] ?? "" });
  const counts = said(shows.summary, {
    people,
    ready: stages.ready,
    way: stages["under-way"],
    without: stages.without,
  });
  const [gap] = gaps;
  if (!gap) return counts;
  const title = titlesOf(desk).get(gap.requirement) ?? gap.requirement;
  return `${counts} ${said(shows.mostOpen, { title, people: gap.people })}`;
}

export function tableOf(desk: Desk, people: readonly Listed[]): Part {
  const words = desk.cohortWords;
  const { name, qualification, start, progress, open, changed } = words.columns;
  const titles = titlesOf(desk);
  const rows = people.map((each) => [
    each.name,
    qualificationShown(desk, each.progress),
    startShown(each.progress, words),
    progressShown(each.progress, words),
    openShown(each.progress, titles, words),
    each.changed,
  ]);
  const columns = [name, qualification, start, progress, open, changed].map((title) => ({ title }));
  return { kind: "table", title: words.titles.table, columns, rows };
}

/** The gaps as a chart; where nothing is open, none. */
export function gapsChart(desk: Desk, { gaps }: Overview): Part[] {
  if (gaps.length === 0) return [];
  const words = desk.cohortWords;
  const titles = titlesOf(desk);
  const bars = gaps
    .slice(0, GAPS_SHOWN)
    .map(({ requirement, people }) => ({ label: titles.get(requirement) ?? requirement, value: people }));
  return [{ kind: "chart", title: words.titles.chart, unit: words.shows.people, bars }];
}

/** What every requirement is called, also those of editions that some people stay on. */
export function titlesOf(desk: Desk): ReadonlyMap<string, string> {
  return new Map(editionsOf(desk).flatMap((edition) => [...titlesIn(edition, desk.cohortWords)]));
}

/** Also those that some people stay on. Everybody's comes last, so that its words are used where two have the same id. */
export function editionsOf({ edition, others }: Desk): Edition[] {
  return [...[...(others?.values() ?? [])].map((other) => other.edition), edition];
}

/** Where two are called the same, with its qualification. */
function titlesIn({ head, requirements }: Edition, words: CohortWords): ReadonlyMap<string, string> {
  const all = head.qualifications.flatMap(({ id, short }) =>
    (requirements.get(id) ?? []).map(({ name, event }) => ({ name, title: event.params.title, short })),
  );
  return new Map(
    all.map(({ name, title, short: qualification }) => {
      const isTwice = all.filter((each) => each.title === title).length > 1;
      return [name, isTwice ? said(words.shows.titleIn, { title, qualification }) : title];
    }),
  );
}

export function qualificationShown(desk: Desk, { qualification }: Progress): string {
  return titleOf(desk, qualification) ?? desk.cohortWords.shows.none;
}

/** null where it is none that is known. */
export function titleOf(desk: Desk, qualification: string | null): string | null {
  const all = editionsOf(desk).flatMap(({ head }) => head.qualifications);
  return all.findLast(({ id }) => id === qualification)?.title ?? null;
}

export function startShown({ canStart }: Progress, words: CohortWords): string {
  return canStart ? words.canStart[canStart] : words.shows.none;
}

export function progressShown({ done, of }: Progress, { shows }: CohortWords): string {
  return of === 0 ? shows.none : said(shows.progress, { done, of });
}

/** How somebody stands, in a word or two. */
export function stageShown(progress: Progress, { stages }: CohortWords): string {
  return stages[stageOf(progress)][0] ?? "";
}

function openShown({ open }: Progress, titles: ReadonlyMap<string, string>, { shows }: CohortWords): string {
  const first = open.slice(0, OPEN_SHOWN).map((id) => titles.get(id) ?? id);
  const count = open.length - first.length;
  if (first.length === 0) return shows.none;
  return count === 0 ? first.join(", ") : said(shows.andMore, { titles: first.join(", "), count });
}
