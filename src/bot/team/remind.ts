/** Asks the bot to remind people of what each has left: once a day at most, and never who wants none. */

import { dayIn, timeShown } from "../../calendar/hours.ts";
import { text } from "../../chat/reply.ts";
import { hasPhrase, plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { remember } from "../../store/audit.ts";
import { findContacts, keepReminder } from "../../store/reminders.ts";
import { countLearners, findLearners } from "../../store/roster.ts";
import type { Outcome } from "../commands/command.ts";
import { reachOf } from "../reminding/reach.ts";
import { soon } from "../reminding/weekly.ts";
import { readFilter } from "./filter.ts";
import { splitAt } from "./line.ts";
import { type Meant, withPerson } from "./person.ts";
import { answering, lineOf, offerOf, type Place, type Verb } from "./scene.ts";

/** At once. */
const MOST = 500;

export const remindPeople: Verb = {
  word: "remind",
  act: "manage",
  async run(place, rest) {
    const { words } = place;
    const { marks } = words;
    const isSure = marks.yes.some((mark) => hasPhrase(plain(rest), plain(mark)));
    const who = isSure ? splitAt(rest, marks.yes).before : rest;
    const isAll = marks.everybody.some((mark) => plain(mark) === plain(who));
    const wanted = readFilter(place, isAll ? "" : who);
    const isFilter = isAll || (plain(who) !== "" && wanted.left === "");
    if (!isFilter) return withPerson(place, "remind", who, (meant) => reminded(place, [meant]));
    const people = await countLearners(place.room.db, place.cohort.id, wanted.filter);
    const { reminders, buttons } = words;
    const back = offerOf(place, buttons.summary, "summary");
    if (people === 0) return answering(place, [text(reminders.remindedNobody)], [back]);
    if (people > MOST)
      return answering(place, [text(said(reminders.remindedTooMany, { people, most: MOST }))], [back]);
    if (isSure) {
      const all = await findLearners(place.room.db, place.cohort.id, wanted.filter, { from: 0, limit: MOST });
      return reminded(place, all);
    }
    return answering(
      place,
      [text(said(reminders.remindAsk, { people }))],
      [
        { id: lineOf(place, "remind", plain(who), marks.yes[0] ?? ""), label: buttons.yes },
        { id: lineOf(place, "summary"), label: buttons.no },
      ],
    );
  },
};

/** It goes out when nobody's quiet is disturbed, and only if they still want it then. */
async function reminded(place: Place, people: readonly Meant[]): Promise<Outcome> {
  const { room, words, cohort, me } = place;
  const { reminders, buttons } = words;
  const { zone } = room.hours;
  const due = soon(room, room.now(), zone);
  const today = dayIn(zone, due);
  const contacts = await findContacts(
    room.db,
    people.map(({ person }) => person),
  );
  const able: Meant[] = [];
  const unable: Meant[] = [];
  for (const each of people) {
    const contact = contacts.get(each.person);
    const isFree = !contact?.isSilent && (contact?.day ?? "") < today;
    (isFree && (await reachOf(room, each.person)) ? able : unable).push(each);
  }
  const names = (some: readonly Meant[]) => some.map(({ name }) => name).join(", ");
  const next = timeShown(zone, due);
  return {
    ...answering(
      place,
      [
        ...(able.length > 0 ? [text(said(reminders.reminded, { names: names(able), next }))] : []),
        ...(unable.length > 0 ? [text(said(reminders.remindedNot, { names: names(unable) }))] : []),
      ],
      [offerOf(place, buttons.summary, "summary")],
    ),
    keep: async (db, { person: actor, at }) => {
      for (const { person } of able) {
        const nextAt = due.toISOString();
        const once = { weekly: null, zone, nextAt, cohort: cohort.id, askedBy: me.name };
        await keepReminder(db, { person, kind: "nudge", ...once });
        await remember(db, { at, actor, act: "nudge", subject: person, detail: cohort.id });
      }
      return true;
    },
  };
}
