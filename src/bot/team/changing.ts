/** Changing a team: its name, its code, one's own name in it, and whether it is in the archive. */
import { text } from "../../chat/reply.ts";
import { hasPhrase, plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { type Act, remember } from "../../store/audit.ts";
import { changeCohort } from "../../store/cohorts.ts";
import { nameMember } from "../../store/members.ts";
import type { Keep, Outcome } from "../commands/command.ts";
import { LONGEST_NAME, nameIn } from "./names.ts";
import { answering, lineOf, offerOf, type Place, type Verb } from "./scene.ts";

export const rename: Verb = {
  word: "rename",
  act: "manage",
  run(place, rest) {
    const { words, cohort, mine } = place;
    const name = nameIn(rest);
    const wrong = wrongName(place, name, words.manages.renameHow);
    if (wrong) return wrong;
    if (mine.some((each) => each.cohort.id !== cohort.id && plain(each.cohort.name) === plain(name)))
      return answering(place, [text(said(words.manages.nameTaken, { team: name }))]);
    const says = said(words.manages.renamed, { before: cohort.name, team: name });
    return changed(place, says, { name }, "cohort-rename");
  },
};

export const archive: Verb = {
  word: "archive",
  act: "manage",
  run(place, rest) {
    const { words, cohort, room } = place;
    const { manages, buttons, marks } = words;
    const [yes = ""] = marks.yes;
    const isSure = marks.yes.some((mark) => plain(mark) === plain(rest));
    if (!isSure)
      return answering(
        place,
        [text(said(manages.archiveAsk, { team: cohort.name }))],
        [
          { id: lineOf(place, "archive", yes), label: buttons.yes },
          { id: lineOf(place, "summary"), label: buttons.no },
        ],
      );
    const change = { archivedAt: room.now().toISOString() };
    const { keep } = changed(place, "", change, "cohort-archive");
    return { ...answering(place, [text(said(manages.archived, { team: cohort.name }))]), keep };
  },
};

export const code: Verb = {
  word: "code",
  act: "manage",
  run(place, rest) {
    const { words, cohort, room } = place;
    const isNew =
      cohort.code === null || words.marks.another.some((mark) => hasPhrase(plain(rest), plain(mark)));
    const shown = isNew ? room.newCode() : (cohort.code ?? "");
    const says = said(words.manages.code, { team: cohort.name, code: shown });
    if (!isNew) return answering(place, [text(says)], [offerOf(place, words.buttons.summary, "summary")]);
    return changed(place, says, { code: shown }, "cohort-code");
  },
};

export const callMe: Verb = {
  word: "callMe",
  act: "see",
  run(place, rest) {
    const { words, cohort } = place;
    const name = nameIn(rest);
    const wrong = wrongName(place, name, words.manages.callHow);
    if (wrong) return wrong;
    return {
      ...answering(place, [text(said(words.manages.called, { name, team: cohort.name }))]),
      keep: async (db, { person }) => {
        await nameMember(db, cohort.id, person, name);
        return true;
      },
    };
  },
};

function changed(
  place: Place,
  says: string,
  change: Parameters<typeof changeCohort>[2],
  act: Act["act"],
): Outcome & { keep: Keep } {
  const { cohort, words } = place;
  return {
    ...answering(place, [text(says)], [offerOf(place, words.buttons.summary, "summary")]),
    keep: async (db, { person, at }) => {
      await changeCohort(db, cohort.id, change);
      await remember(db, { at, actor: person, act, subject: cohort.id });
      return true;
    },
  };
}

/** null where the name will do. */
function wrongName(place: Place, name: string, how: string): Outcome | null {
  if (name === "") return answering(place, [text(how)]);
  if (name.length <= LONGEST_NAME) return null;
  return answering(place, [text(said(place.words.manages.nameTooLong, { most: LONGEST_NAME }))]);
}
