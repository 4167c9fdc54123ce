/** What if everybody had something: who would be ready. It is worked out beside what was told, and nothing is kept. */
import { stand } from "../../advice/standing.ts";
import { type Part, text } from "../../chat/reply.ts";
import { type Overview, overviewOf } from "../../cohort/overview.ts";
import { type Progress, progressOf, stageOf } from "../../cohort/progress.ts";
import { joinBy } from "../../interview/join.ts";
import { type Event, replay } from "../../interview/log.ts";
import { readSupposition } from "../../interview/suppose.ts";
import { supposedEvents } from "../../interview/suppose-events.ts";
import type { Supposition } from "../../interview/supposed.ts";
import { recordOf } from "../../interview/told.ts";
import { said } from "../../interview/words.ts";
import type { LearnerRecord } from "../../record/record.ts";
import { findRecords } from "../../store/progress.ts";
import { countLearners, findLearners, type Learner } from "../../store/roster.ts";
import { supposable } from "../commands/supposing.ts";
import { titlesOf } from "../replies/cohort.ts";
import { deskFor } from "../room.ts";
import { answering, offerOf, type Place, type Verb } from "./scene.ts";

/** More people would keep everybody waiting for too long. */
const MOST = 2_000;
/** People between whom everybody else gets a turn. */
const SLICE = 10;
const PAGE = 250;
/** Names and requirements that are said. */
const SHOWN = 10;

export const supposing: Verb = {
  word: "whatIf",
  act: "see",
  async run(place, rest) {
    const { room, words, cohort, today } = place;
    const { whatIf } = words;
    const back = offerOf(place, words.buttons.summary, "summary");
    const examples = whatIf.examples.map((each) => offerOf(place, each, "whatIf", each));
    if (rest.trim() === "") return answering(place, [text(whatIf.how)], [...examples, back]);
    // "everybody did" is what one would say of oneself as "I did".
    const read = readSupposition(supposable(room.desk, today), spoken(place, rest));
    if ("problem" in read)
      return answering(place, [text(read.problem), text(whatIf.how)], [...examples, back]);
    const people = await countLearners(room.db, cohort.id);
    if (people > MOST) return answering(place, [text(said(whatIf.tooMany, { most: MOST }))], [back]);
    const both = await supposeAll(place, read.answer);
    return answering(place, parts(place, rest.trim(), both), [back]);
  },
};

function spoken({ words: { whatIf } }: Place, rest: string): string {
  const [found] = whatIf.everybody.filter((each) => rest.toLowerCase().startsWith(`${each} `));
  return found === undefined ? rest : `I ${rest.slice(found.length + 1)}`;
}

interface Supposed {
  readonly name: string;
  readonly now: Progress;
  readonly later: Progress;
}

async function supposeAll(place: Place, supposition: Supposition): Promise<Supposed[]> {
  const { room, cohort } = place;
  const all: Supposed[] = [];
  for (let from = 0; ; from += PAGE) {
    const learners = await findLearners(room.db, cohort.id, {}, { from, limit: PAGE });
    if (learners.length === 0) return all;
    const records = await findRecords(
      room.db,
      learners.map(({ person }) => person),
    );
    const byPerson = new Map(
      records.map(({ person, record }) => [person, JSON.parse(record) as LearnerRecord]),
    );
    for (const [at, learner] of learners.entries()) {
      const record = byPerson.get(learner.person);
      if (record) all.push(await supposeOne(place, learner, record, supposition));
      if (at % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

async function supposeOne(
  { room, today }: Place,
  { name, progress: now }: Learner,
  record: LearnerRecord,
  supposition: Supposition,
): Promise<Supposed> {
  const { edition, interview } = deskFor(room, record.edition);
  const told: Event[] = [{ kind: "start", record }];
  const join = joinBy(interview);
  const { events } = supposedEvents(interview, replay(told, join), supposition);
  const supposed = recordOf(interview, replay([...told, ...events], join));
  return { name, now, later: progressOf(await stand(edition, supposed, today), edition) };
}

function parts({ words, room }: Place, what: string, all: readonly Supposed[]): Part[] {
  const { whatIf, columns, shows } = words;
  const overview = (side: "now" | "later"): Overview =>
    overviewOf(all.map((each) => ({ ...each[side], people: 1 })));
  const [before, after] = [overview("now"), overview("later")];
  const isNew = ({ now, later }: Supposed) => stageOf(now) !== "ready" && stageOf(later) === "ready";
  const names = all.filter(isNew).map(({ name }) => name);
  const titles = titlesOf(room.desk);
  const open = new Map(after.gaps.map(({ requirement, people }) => [requirement, people]));
  const rows = before.gaps
    .map(({ requirement, people }) => [requirement, people, open.get(requirement) ?? 0] as const)
    .filter(([, one, other]) => one !== other)
    .slice(0, SHOWN)
    .map(([id, one, other]) => [titles.get(id) ?? id, String(one), String(other)]);
  const figures = { people: all.length, now: before.stages.ready, later: after.stages.ready };
  const more = names.length - SHOWN;
  const shown = names.slice(0, SHOWN).join(", ");
  return [
    { kind: "heading", text: whatIf.begins },
    text(said(whatIf.ready, { what, ...figures })),
    ...(names.length === 0
      ? []
      : [
          text(
            said(whatIf.names, {
              names: more > 0 ? said(shows.andMore, { titles: shown, count: more }) : shown,
            }),
          ),
        ]),
    ...(rows.length === 0
      ? [text(whatIf.nothing)]
      : [
          {
            kind: "table" as const,
            title: whatIf.table,
            columns: [
              { title: columns.requirement },
              { title: columns.before, isNumber: true as const },
              { title: columns.after, isNumber: true as const },
            ],
            rows,
          },
        ]),
    text(whatIf.ends),
  ];
}
