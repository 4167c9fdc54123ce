/** A team at a glance: a sentence, the first people by name, and what is open for how many. */
import { type Part, text } from "../../chat/reply.ts";
import { overviewOf } from "../../cohort/overview.ts";
import { shownDate } from "../../interview/reading/date.ts";
import { said } from "../../interview/words.ts";
import { findGroups, findLearners } from "../../store/roster.ts";
import { gapsChart, summaryOf, tableOf } from "../replies/cohort.ts";
import { PAGE } from "./list.ts";
import { listedOf } from "./listed.ts";
import { answering, offerOf, type Place, type Verb } from "./scene.ts";

export const summary: Verb = {
  word: "summary",
  act: "see",
  async run(place) {
    const { room, words, cohort, me } = place;
    const { buttons, titles, shows } = words;
    const overview = overviewOf(await findGroups(room.db, cohort.id));
    const heading: Part = { kind: "heading", text: said(titles.summary, { team: cohort.name }) };
    if (overview.people === 0) {
      const offers = me.role === "manager" ? [offerOf(place, buttons.code, "code")] : [];
      const nobody = text(said(shows.nobody, { team: cohort.name }));
      return answering(place, [heading, nobody], [...offers, offerOf(place, buttons.help, "help")]);
    }
    const people = await findLearners(room.db, cohort.id, {}, { from: 0, limit: PAGE });
    const listed = people.map((each) => listedOf(place, each));
    const parts = [
      heading,
      text(summaryOf(room.desk, overview)),
      tableOf(room.desk, listed),
      ...gapsChart(room.desk, overview),
      text(sourceLine(place)),
    ];
    return answering(place, parts, [
      offerOf(place, buttons.list, "list"),
      offerOf(place, buttons.gaps, "gaps"),
      offerOf(place, buttons.ready, "ready"),
      offerOf(place, buttons.stalled, "stalled"),
      offerOf(place, buttons.help, "help"),
    ]);
  },
};

/** Of when this is, and what it rests on. */
export function sourceLine({ room, words, today }: Place): string {
  const { publisher, published } = room.desk.edition.head;
  return said(words.shows.asOf, { date: shownDate(today), title: publisher, published });
}
