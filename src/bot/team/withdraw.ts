/** Takes back what was confirmed of somebody's evidence, or decided about them. That it stood stays in the log. */
import { text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import { findMarks, withdraw } from "../../store/confirmations.ts";
import type { Outcome } from "../commands/command.ts";
import { topicsById } from "./decide.ts";
import { lastWord } from "./line.ts";
import { type Meant, withPerson } from "./person.ts";
import { answering, offerOf, type Place, type Verb } from "./scene.ts";

/** How something that stands is called in a line. */
const MARK = /^!([\w-]+)$/;

export const withdrawing: Verb = {
  word: "withdraw",
  act: "confirm",
  run(place, rest) {
    const { before, last } = lastWord(rest);
    const id = MARK.exec(last)?.[1] ?? null;
    return withPerson(place, "withdraw", id === null ? rest : before, (meant) => withdrawn(place, meant, id));
  },
};

/** What is decided is withdrawn by managers alone, as it was decided. */
async function withdrawn(place: Place, meant: Meant, id: string | null): Promise<Outcome> {
  const { room, words, cohort, me } = place;
  const { manages, buttons } = words;
  const { name } = meant;
  const { confirmed, decided } = await findMarks(room.db, meant.person);
  const topics = topicsById(place);
  const mine = [
    ...confirmed.map((each) => ({ ...each, table: "confirmations" as const, shown: each.what })),
    ...(me.role === "manager"
      ? decided.map((each) => ({
          ...each,
          table: "decisions" as const,
          shown: topics.get(each.topic)?.decision ?? each.topic,
        }))
      : []),
  ].filter((each) => each.cohort === cohort.id);
  const show = offerOf(place, name, "show", `#${meant.id}`);
  const only = mine.find((each) => each.id === id);
  if (!only && (id !== null || mine.length === 0))
    return answering(place, [text(said(manages.nothingToWithdraw, { name }))], [show]);
  if (!only)
    return answering(
      place,
      [text(said(manages.withdrawWhat, { name }))],
      [...mine.map((each) => offerOf(place, each.shown, "withdraw", `#${meant.id}`, `!${each.id}`)), show],
      buttons.what,
    );
  return {
    ...answering(place, [text(said(manages.withdrawn, { what: only.shown }))], [show]),
    keep: (db, { person: by, at }) => withdraw(db, only.table, { id: only.id, cohort: cohort.id, by, at }),
  };
}
