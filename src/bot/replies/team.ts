/** A team of people who do not exist, as a manager would see it. */
import { stand } from "../../advice/standing.ts";
import { type Part, text } from "../../chat/reply.ts";
import { overviewOf } from "../../cohort/overview.ts";
import { progressOf } from "../../cohort/progress.ts";
import type { Desk } from "../view.ts";
import { gapsChart, type Listed, summaryOf, tableOf } from "./cohort.ts";

/** `today` is an ISO date. */
export async function exampleTeamParts(desk: Desk, today: string): Promise<Part[]> {
  const { edition, exampleTeam, cohortWords } = desk;
  const people: Listed[] = [];
  for (const { name, record } of exampleTeam) {
    const progress = progressOf(await stand(edition, record, today), edition);
    people.push({ name, progress, changed: cohortWords.shows.today });
  }
  const overview = overviewOf(people.map(({ progress }) => ({ ...progress, people: 1 })));
  return [text(summaryOf(desk, overview)), tableOf(desk, people), ...gapsChart(desk, overview)];
}
