/** How a team stood on one day beside how it stands now, or on another day. */
import { text } from "../../chat/reply.ts";
import { type Overview, overviewOf } from "../../cohort/overview.ts";
import { STAGES } from "../../cohort/progress.ts";
import { findDates, shownDate } from "../../interview/reading/date.ts";
import { said } from "../../interview/words.ts";
import { findGroupsOn } from "../../store/roster.ts";
import { titlesOf } from "../replies/cohort.ts";
import { answering, offerOf, type Place, type Verb } from "./scene.ts";

export const compare: Verb = {
  word: "compare",
  act: "see",
  async run(place, rest) {
    const { words, today } = place;
    const back = offerOf(place, words.buttons.summary, "summary");
    const [one, other = today] = findDates(rest, today).map(({ date }) => date);
    if (one === undefined) return answering(place, [text(words.manages.compareHow)], [back]);
    const [from, to] = one < other ? ([one, other] as const) : ([other, one] as const);
    const before = await overviewOn(place, from);
    const after = await overviewOn(place, to);
    if (before.people === 0)
      return answering(place, [text(said(words.manages.compareNothing, { date: shownDate(from) }))], [back]);
    return answering(place, tables(place, from, to, before, after), [
      back,
      offerOf(place, words.buttons.gaps, "gaps"),
    ]);
  },
};

/** Of those who were in the team by then; nothing from before they agreed is shown. */
async function overviewOn({ room, cohort }: Place, day: string): Promise<Overview> {
  return overviewOf(await findGroupsOn(room.db, cohort.id, day));
}

function tables({ words, room }: Place, from: string, to: string, before: Overview, after: Overview) {
  const { columns, stages, titles: heads } = words;
  const titles = titlesOf(room.desk);
  const days = { from: shownDate(from), to: shownDate(to) };
  const numbers = [columns.before, columns.after].map((title) => ({ title, isNumber: true as const }));
  const stageRows = STAGES.map((stage) => [
    stages[stage][0] ?? "",
    String(before.stages[stage]),
    String(after.stages[stage]),
  ]);
  const openBefore = countsOf(before);
  const openAfter = countsOf(after);
  const changed = [...new Set([...openBefore.keys(), ...openAfter.keys()])]
    .map((id) => [id, openBefore.get(id) ?? 0, openAfter.get(id) ?? 0] as const)
    .filter(([, one, other]) => one !== other)
    .sort(([, a, b], [, c, d]) => Math.abs(d - c) - Math.abs(b - a))
    .map(([id, one, other]) => [titles.get(id) ?? id, String(one), String(other)]);
  return [
    {
      kind: "table" as const,
      title: said(heads.compare, days),
      columns: [{ title: columns.stage }, ...numbers],
      rows: [[columns.people, String(before.people), String(after.people)], ...stageRows],
    },
    ...(changed.length === 0
      ? [text(words.shows.unchanged)]
      : [
          {
            kind: "table" as const,
            title: heads.compareGaps,
            columns: [{ title: columns.requirement }, ...numbers],
            rows: changed,
          },
        ]),
  ];
}

function countsOf({ gaps }: Overview): Map<string, number> {
  return new Map(gaps.map(({ requirement, people }) => [requirement, people]));
}
