/** People by name, a page at a time, all of them or those who fit. */
import { text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import { countLearners, findLearners } from "../../store/roster.ts";
import { tableOf } from "../replies/cohort.ts";
import { readFilter, type Wanted } from "./filter.ts";
import { listedOf } from "./listed.ts";
import { answering, offerOf, type Place, type Verb } from "./scene.ts";

/** People on a page; their table and a button for each of them fit everywhere. */
export const PAGE = 10;

export const list: Verb = {
  word: "list",
  act: "see",
  run: (place, rest) => listed(place, readFilter(place, rest)),
};

export const ready: Verb = {
  word: "ready",
  act: "see",
  run: (place, rest) => listed(place, readFilter(place, `${place.words.stages.ready[0]} ${rest}`)),
};

export const stalled: Verb = {
  word: "stalled",
  act: "see",
  run: (place, rest) => listed(place, readFilter(place, `${place.words.verbs.stalled[0]} ${rest}`)),
};

async function listed(place: Place, wanted: Wanted) {
  const { room, words, cohort, me } = place;
  const { shows, buttons } = words;
  const { filter, shown, left } = wanted;
  if (left !== "")
    return answering(
      place,
      [text(said(words.manages.noFilter, { words: left }))],
      [offerOf(place, words.buttons.list, "list")],
    );
  const count = await countLearners(room.db, cohort.id, filter);
  const back = offerOf(place, buttons.summary, "summary");
  if (count === 0) {
    const none =
      shown === "" ? said(shows.nobody, { team: cohort.name }) : said(shows.nobodyFits, { filter: shown });
    return answering(place, [text(none)], [back]);
  }
  const page = Math.min(wanted.page, Math.ceil(count / PAGE));
  const from = (page - 1) * PAGE;
  const people = await findLearners(room.db, cohort.id, filter, { from, limit: PAGE });
  const lines = people.map((each) => listedOf(place, each));
  const parts = [
    ...(shown === "" ? [] : [text(said(shows.filtered, { filter: shown, people: count }))]),
    tableOf(room.desk, lines),
    text(said(shows.page, { from: from + 1, to: from + people.length, people: count })),
  ];
  return answering(
    place,
    parts,
    [
      ...people.map(({ id, name }) => offerOf(place, name, "show", `#${id}`)),
      ...(from + people.length < count ? [pageOffer(place, wanted, page + 1, buttons.next)] : []),
      ...(page > 1 ? [pageOffer(place, wanted, page - 1, buttons.before)] : []),
      ...(me.role === "manager" ? [offerOf(place, buttons.remindAll, "remind", typedOf(place, wanted))] : []),
      back,
    ],
    buttons.who,
  );
}

/** The same people, in another line. */
function typedOf({ words }: Place, { typed }: Wanted): string {
  return typed === "" ? (words.marks.everybody[0] ?? "") : typed;
}

function pageOffer(place: Place, { typed }: Wanted, page: number, label: string) {
  return offerOf(
    place,
    label,
    "list",
    ...(typed === "" ? [] : [typed]),
    `${place.words.marks.page[0]} ${page}`,
  );
}
