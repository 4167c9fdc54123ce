/** Notes what a provider has decided about somebody where the source leaves it open. It is shown beside, and changes no rule. */
import type { Edition } from "../../advice/edition.ts";
import type { Reading } from "../../advice/recommendation.ts";
import { text } from "../../chat/reply.ts";
import { findChoices } from "../../interview/reading/choice.ts";
import { plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { decide } from "../../store/confirmations.ts";
import { findPersonById } from "../../store/people.ts";
import type { Outcome } from "../commands/command.ts";
import { editionsOf } from "../replies/cohort.ts";
import { roomFor } from "../room.ts";
import { splitAt } from "./line.ts";
import { nameIn } from "./names.ts";
import { type Meant, withPerson } from "./person.ts";
import { answering, lineOf, offerOf, type Place, type Verb } from "./scene.ts";

/** Characters of a reason. */
const LONGEST = 500;

type Topic = Reading & { readonly decision: string };

export const deciding: Verb = {
  word: "decide",
  act: "manage",
  run(place, rest) {
    const { before, after } = splitAt(rest, place.words.marks.because);
    const topics = [...topicsById(place).values()];
    const { found, left } = findChoices(
      plain(before),
      topics.map(({ id, decision, title }) => ({ id, label: decision, also: [title] })),
    );
    const topic = topics.find(({ id }) => id === found[0]?.choice.id) ?? null;
    const who = /^#\S+/.exec(before)?.[0] ?? (topic ? left.replace(/\|/g, " ") : before);
    return withPerson(place, "decide", who, (meant) => decided(place, meant, topic, nameIn(after ?? "")));
  },
};

/** What the source leaves to the provider, by its id; also in editions that some people stay on. */
export function topicsById({ room }: Place): ReadonlyMap<string, Topic> {
  return new Map(
    editionsOf(room.desk).flatMap((edition) => topicsIn(edition).map((each) => [each.id, each])),
  );
}

function topicsIn({ readings }: Edition): Topic[] {
  return readings.filter((each): each is Topic => each.decision !== undefined);
}

/** Of the person: those that their own edition leaves open. */
async function topicsFor({ room }: Place, { person }: Meant): Promise<Topic[]> {
  const found = await findPersonById(room.db, person);
  return topicsIn((found ? roomFor(room, found) : room).desk.edition);
}

async function decided(place: Place, meant: Meant, named: Topic | null, reason: string): Promise<Outcome> {
  const { room, words, cohort, me } = place;
  const { id: member, person, name } = meant;
  const topics = await topicsFor(place, meant);
  const topic = topics.find(({ id }) => id === named?.id) ?? null;
  const { manages, buttons } = words;
  const show = offerOf(place, name, "show", `#${member}`);
  if (!topic)
    return answering(
      place,
      [
        text(said(manages.decideWhat, { name })),
        { kind: "list", items: topics.map(({ decision, says }) => `${decision}. ${says}`) },
      ],
      [...topics.map(({ id, decision }) => offerOf(place, decision, "decide", `#${member}`, id)), show],
      buttons.what,
    );
  if (reason === "") {
    const line = lineOf(place, "decide", name, topic.id, words.marks.because[0] ?? "");
    return answering(place, [text(said(manages.decideWhy, { topic: topic.decision, line }))], [show]);
  }
  if (reason.length > LONGEST)
    return answering(place, [text(said(manages.nameTooLong, { most: LONGEST }))], [show]);
  const undo = offerOf(place, buttons.withdraw, "withdraw", `#${member}`);
  return {
    ...answering(place, [text(said(manages.decided, { topic: topic.decision, name }))], [show, undo]),
    keep: async (db, { person: byPerson, at }) => {
      const mark = { id: room.newId(), person, cohort: cohort.id, byPerson, byName: me.name, at };
      await decide(db, { ...mark, topic: topic.id, reason });
      return true;
    },
  };
}
