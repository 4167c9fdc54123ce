/** A team as a file, for the manager alone. */
import { type Part, text } from "../../chat/reply.ts";
import { csvOf, type Exported, fileName, jsonOf } from "../../cohort/export.ts";
import { hasPhrase, plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { remember } from "../../store/audit.ts";
import { findLearners, type Learner } from "../../store/roster.ts";
import { localDate } from "../date.ts";
import { stageShown, titleOf, titlesOf } from "../replies/cohort.ts";
import { deskFor } from "../room.ts";
import { answering, offerOf, type Place, type Verb } from "./scene.ts";

/** People that are read at once, so that everybody else gets a turn in between. */
const PAGE = 500;

export const exportTeam: Verb = {
  word: "export",
  act: "manage",
  async run(place, rest) {
    const { words, cohort } = place;
    const people = await everybody(place);
    const back = offerOf(place, words.buttons.summary, "summary");
    if (people.length === 0) return answering(place, [text(words.manages.exportNobody)], [back]);
    const says = said(words.manages.exported, { team: cohort.name, people: people.length });
    const file = fileOf(place, people, hasPhrase(plain(rest), "json"));
    return {
      ...answering(place, [text(says), file], [back]),
      keep: async (db, { person, at }) => {
        await remember(db, { at, actor: person, act: "cohort-export", subject: cohort.id });
        return true;
      },
    };
  },
};

function fileOf({ room, words, cohort, today }: Place, people: readonly Exported[], isJson: boolean): Part {
  if (isJson) {
    const file = {
      format: "signpost.cohort/1",
      team: cohort.name,
      edition: room.desk.edition.id,
      date: today,
    } as const;
    const content = jsonOf({ ...file, people: [...people] });
    return { kind: "file", name: fileName(cohort.name, today, "json"), type: "application/json", content };
  }
  const { columns } = words;
  const titles = {
    name: columns.name,
    qualification: columns.qualification,
    canStart: columns.start,
    stage: columns.stage,
    met: columns.met,
    of: columns.of,
    open: columns.allOpen,
    lastTold: columns.changed,
    joined: columns.joined,
    edition: columns.edition,
  };
  return {
    kind: "file",
    name: fileName(cohort.name, today, "csv"),
    type: "text/csv",
    content: csvOf(people, titles),
  };
}

async function everybody(place: Place): Promise<Exported[]> {
  const { room, words, cohort } = place;
  const titles = titlesOf(room.desk);
  const exported = ({ name, progress, changedAt, agreedAt, edition }: Learner): Exported => ({
    name,
    qualification: titleOf(room.desk, progress.qualification),
    canStart: progress.canStart && words.canStart[progress.canStart],
    stage: stageShown(progress, words),
    met: progress.done,
    of: progress.of,
    open: progress.open.map((id) => titles.get(id) ?? id),
    lastTold: localDate(new Date(changedAt)),
    joined: localDate(new Date(agreedAt)),
    edition: deskFor(room, edition).edition.id,
  });
  const people: Exported[] = [];
  for (;;) {
    const page = await findLearners(room.db, cohort.id, {}, { from: people.length, limit: PAGE });
    people.push(...page.map(exported));
    if (page.length < PAGE) return people;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
