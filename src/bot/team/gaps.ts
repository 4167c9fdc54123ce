/** Which requirement is open for how many, the most people first. */
import { text } from "../../chat/reply.ts";
import { overviewOf } from "../../cohort/overview.ts";
import { findGroups } from "../../store/roster.ts";
import { gapsChart, titlesOf } from "../replies/cohort.ts";
import { answering, offerOf, type Verb } from "./scene.ts";
import { sourceLine } from "./summary.ts";

/** Requirements with a button of their own. */
const BUTTONS = 9;

export const gaps: Verb = {
  word: "gaps",
  act: "see",
  async run(place) {
    const { room, words, cohort } = place;
    const overview = overviewOf(await findGroups(room.db, cohort.id));
    const back = offerOf(place, words.buttons.summary, "summary");
    if (overview.gaps.length === 0) return answering(place, [text(words.shows.noGaps)], [back]);
    const titles = titlesOf(room.desk);
    const titleOf = (requirement: string) => titles.get(requirement) ?? requirement;
    const { requirement, people } = words.columns;
    return answering(
      place,
      [
        ...gapsChart(room.desk, overview),
        {
          kind: "table",
          title: words.titles.chart,
          columns: [{ title: requirement }, { title: people, isNumber: true }],
          rows: overview.gaps.map((gap) => [titleOf(gap.requirement), String(gap.people)]),
        },
        text(sourceLine(place)),
      ],
      [
        ...overview.gaps
          .slice(0, BUTTONS)
          .map((gap) => offerOf(place, titleOf(gap.requirement), "list", gap.requirement)),
        back,
      ],
    );
  },
};
