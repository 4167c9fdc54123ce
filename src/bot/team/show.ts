/** One person as they agreed to be seen: each requirement, and the evidence they told. */
import { liveQualifications } from "../../advice/standing.ts";
import { type Part, text } from "../../chat/reply.ts";
import { progressOf, stageOf } from "../../cohort/progress.ts";
import { shownDate } from "../../interview/reading/date.ts";
import { said } from "../../interview/words.ts";
import { findPersonById } from "../../store/people.ts";
import { findLearner } from "../../store/roster.ts";
import type { Outcome } from "../commands/command.ts";
import { localDate } from "../date.ts";
import { verdictField } from "../replies/advice.ts";
import { progressShown, qualificationShown, startShown } from "../replies/cohort.ts";
import { evidenceParts } from "../replies/evidence.ts";
import { advised } from "../replies/marks.ts";
import { roomFor, viewOfPerson } from "../room.ts";
import { agoShown } from "./listed.ts";
import { type Meant, withPerson } from "./person.ts";
import { answering, offerOf, type Place, type Verb } from "./scene.ts";
import { sourceLine } from "./summary.ts";

export const show: Verb = {
  word: "show",
  act: "see",
  run: (place, rest) => withPerson(place, "show", rest, (meant) => shown(place, meant)),
};

async function shown(place: Place, meant: Meant): Promise<Outcome> {
  const { room, words, cohort, from, me } = place;
  const person = await findPersonById(room.db, meant.person);
  const learner = await findLearner(room.db, cohort.id, meant.id);
  const back = offerOf(place, words.buttons.list, "list");
  if (!person || !learner)
    return answering(place, [text(said(words.manages.noSuchPerson, { words: meant.name }))], [back]);
  const { desk } = roomFor(room, person);
  const view = await viewOfPerson(room, { ...person, isMember: true }, from.channel);
  const { standing } = view;
  const advice = await advised(desk, view);
  const progress = progressOf(standing, desk.edition);
  const live = liveQualifications(standing.chosen);
  const wording = desk.interview.words.advice;
  const qualification = qualificationShown(desk, progress);
  const { shows } = words;
  const told = {
    date: agoShown(place, learner.changedAt),
    joined: shownDate(localDate(new Date(learner.agreedAt))),
  };
  const parts: Part[] = [
    { kind: "heading", text: meant.name },
    text(
      progress.qualification === null
        ? shows.noRecommendation
        : said(shows.person, {
            qualification,
            progress: progressShown(progress, words),
            start: startShown(progress, words),
          }),
    ),
    ...(stageOf(progress) === "ready" ? [text(shows.allReady)] : []),
    ...(live.length > 0 ? [text(shows.ownWords)] : []),
    ...advice.qualifications
      .filter(({ id }) => live.includes(id))
      .map(
        ({ title, requirements }): Part => ({
          kind: "fields",
          title,
          items: requirements.map((verdict) => verdictField(verdict, wording)),
        }),
      ),
    ...evidenceParts(desk, view),
    text(said(shows.told, told)),
    text(sourceLine(place)),
  ];
  const { buttons } = words;
  const managing =
    me.role === "manager"
      ? [
          offerOf(place, buttons.remindOne, "remind", `#${meant.id}`),
          offerOf(place, buttons.decide, "decide", `#${meant.id}`),
        ]
      : [];
  return answering(place, parts, [
    offerOf(place, buttons.confirm, "confirm", `#${meant.id}`),
    ...managing,
    back,
  ]);
}
