/** Says that somebody's evidence is right. Nobody confirms their own. */
import { text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import { confirm } from "../../store/confirmations.ts";
import { findPersonById } from "../../store/people.ts";
import type { Outcome } from "../commands/command.ts";
import { evidenceOf, type ShownEvidence } from "../replies/evidence.ts";
import { roomFor, viewOfPerson } from "../room.ts";
import { lastWord } from "./line.ts";
import { type Meant, withPerson } from "./person.ts";
import { answering, offerOf, type Place, type Verb } from "./scene.ts";

/** How a piece of evidence is called in a line. */
const KEY = /^[a-z][\w.]*:[0-9a-f]{12}(?::\d+)?$/;
/** Pieces with a button of their own; more come as the first are confirmed. */
const BUTTONS = 9;

export const confirming: Verb = {
  word: "confirm",
  act: "confirm",
  run(place, rest) {
    const { everybody } = place.words.marks;
    const { before, last } = lastWord(rest);
    const isKey = KEY.test(last) || everybody.includes(last.toLowerCase());
    const who = isKey ? before : rest;
    return withPerson(place, "confirm", who, (meant) => confirmed(place, meant, isKey ? last : null));
  },
};

async function confirmed(place: Place, meant: Meant, key: string | null): Promise<Outcome> {
  const { room, words, found } = place;
  const { manages, buttons, marks } = words;
  const { id, name } = meant;
  const back = offerOf(place, buttons.list, "list");
  if (meant.person === found.person.id) return answering(place, [text(manages.confirmOwn)], [back]);
  const open = (await evidenceFor(place, meant)).filter((each) => each.confirmed === null);
  const show = offerOf(place, name, "show", `#${id}`);
  if (open.length === 0)
    return answering(place, [text(said(manages.nothingToConfirm, { name }))], [show, back]);
  const wanted = key === null ? [] : KEY.test(key) ? open.filter((each) => each.key === key) : open;
  if (key !== null && wanted.length === 0) return answering(place, [text(manages.confirmGone)], [show, back]);
  if (wanted.length > 0) return keeping(place, meant, wanted);
  return answering(
    place,
    [text(said(manages.confirmWhat, { name })), { kind: "list", items: open.map((each) => each.words) }],
    [
      ...open.slice(0, BUTTONS).map((each) => offerOf(place, each.words, "confirm", `#${id}`, each.key)),
      offerOf(place, buttons.confirmAll, "confirm", `#${id}`, marks.everybody[0] ?? ""),
      back,
    ],
    buttons.what,
  );

  function keeping({ me, cohort }: Place, { person }: Meant, pieces: readonly ShownEvidence[]): Outcome {
    const what = pieces.map((each) => each.words).join("; ");
    const more = offerOf(place, buttons.confirm, "confirm", `#${id}`);
    const undo = offerOf(place, buttons.withdraw, "withdraw", `#${id}`);
    return {
      ...answering(place, [text(said(manages.confirmed, { what, name }))], [more, undo, show]),
      keep: async (db, { person: byPerson, at }) => {
        for (const { key: evidence, words: shown } of pieces) {
          const mark = { id: room.newId(), person, cohort: cohort.id, byPerson, byName: me.name, at };
          await confirm(db, { ...mark, evidence, what: shown });
        }
        return true;
      },
    };
  }
}

async function evidenceFor({ room, from }: Place, { person: id }: Meant): Promise<ShownEvidence[]> {
  const person = await findPersonById(room.db, id);
  if (!person) return [];
  const view = await viewOfPerson(room, { ...person, isMember: true }, from.channel);
  return evidenceOf(roomFor(room, person).desk, view);
}
