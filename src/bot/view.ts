/** Where one person stands: worked out anew for each turn from what was said. */
import type { Edition } from "../advice/edition.ts";
import type { JudgedRule } from "../advice/judgement.ts";
import { liveQualifications, type Standing, stand } from "../advice/standing.ts";
import type { Answers } from "../answers/answers.ts";
import type { ExampleMember } from "../cohort/member.ts";
import type { CohortWords } from "../cohort/words/words.ts";
import { placesOf } from "../facts/catalogue.ts";
import { leavesOf } from "../facts/condition.ts";
import type { Read } from "../facts/flaw.ts";
import { type Judge, judgeOf } from "../facts/judge.ts";
import type { Interview } from "../interview/interview.ts";
import { joinBy } from "../interview/join.ts";
import type { Surroundings } from "../interview/kinds.ts";
import { type Event, replay, type State } from "../interview/log.ts";
import { type Concern, fieldsNeeded, needsOf } from "../interview/needs.ts";
import { type Open, type Outlook, openNow } from "../interview/open.ts";
import type { Choice } from "../interview/question.ts";
import { recordOf } from "../interview/told.ts";
import type { LearnerRecord } from "../record/record.ts";
import type { Marks } from "../store/confirmations.ts";

/** What the desk works with; opened once. */
export interface Desk {
  readonly edition: Edition;
  /** The fingerprint of the edition: what was judged by others is judged anew. */
  readonly rules: string;
  readonly interview: Interview;
  /** The judges of the questions' `when`, by question id. */
  readonly fitting: ReadonlyMap<string, Judge>;
  /** Reads the text of a record file. */
  readonly readRecord: RecordReader;
  /** People who do not exist, to show what a manager sees. */
  readonly exampleTeam: readonly ExampleMember[];
  readonly cohortWords: CohortWords;
  readonly answers: Answers;
  /** Where people stay who began under another edition, by its id. */
  readonly others?: ReadonlyMap<string, Desk>;
}

/** A record that this desk can talk about, or what is wrong with it. */
export type RecordReader = (content: string) => Read<LearnerRecord>;

export interface View {
  /** Through which the person speaks; where it matters, the words are its own. */
  readonly channel: string;
  readonly events: readonly Event[];
  readonly state: State;
  readonly record: LearnerRecord;
  readonly standing: Standing;
  readonly outlook: Outlook;
  readonly open: Open | null;
  readonly around: Surroundings;
  /** What was confirmed and decided about the person; not there for whom nobody can see or ever could. */
  readonly marks?: Marks;
  /** Requirements settled, of those that count now. */
  readonly progress: { readonly done: number; readonly of: number };
}

export function openDesk({ edition, interview, ...rest }: Omit<Desk, "fitting">): Desk {
  const places = placesOf(edition.catalogue);
  const fitting = interview.questions.flatMap(({ id, when }) =>
    when ? [[id, judgeOf({ name: id, conditions: when }, places)] as const] : [],
  );
  return { ...rest, edition, interview, fitting: new Map(fitting) };
}

/** `today` is an ISO date. */
export async function look(
  desk: Desk,
  events: readonly Event[],
  today: string,
  channel: string,
): Promise<View> {
  const { edition, interview } = desk;
  const state = replay(events, joinBy(interview));
  const record = recordOf(interview, state);
  const standing = await stand(edition, record, today);
  const live = liveQualifications(standing.chosen);
  const rules = [
    ...standing.judgements.role,
    ...live.flatMap((id) => standing.judgements.requirements.get(id) ?? []),
  ];
  const outlook = await outlookOf(desk, standing, rules);
  return {
    channel,
    events,
    state,
    record,
    standing,
    outlook,
    open: openNow(interview, state, outlook),
    around: { words: interview.words, today, offers: offerer(edition, live) },
    progress: { done: rules.filter(isSettled).length, of: rules.length },
  };
}

function isSettled({ judgement, isApplicable }: JudgedRule): boolean {
  return !isApplicable || judgement.status !== "unknown";
}

async function outlookOf(desk: Desk, standing: Standing, rules: readonly JudgedRule[]): Promise<Outlook> {
  const { edition, interview, fitting } = desk;
  const concerns = [...(await routeConcerns(edition, standing)), ...ruleConcerns(standing, rules)];
  const facts = rules.flatMap(({ rule }) => leavesOf(rule.conditions).map(({ fact }) => fact));
  const unfit = new Set<string>();
  for (const [id, judge] of fitting) {
    const judging = judge(standing.facts);
    const { status } = judging instanceof Promise ? await judging : judging;
    if (status === "unmet") unfit.add(id);
  }
  return {
    needs: needsOf(interview.catalogue, concerns),
    fields: fieldsNeeded(edition.catalogue, facts),
    problems: standing.problems,
    isFitting: ({ id }) => !unfit.has(id),
  };
}

/** What could still lead to another recommendation, and the notes that are worth a question. */
async function routeConcerns(edition: Edition, { chosen, facts }: Standing): Promise<Concern[]> {
  const concerns: Concern[] = chosen.open.map(({ open }) => ({
    title: "which qualification fits",
    isRoute: true,
    open,
  }));
  for (const { rule, judge } of edition.judges.notes) {
    if (!rule.event.params.ask || chosen.row.event.params.recommended.length === 0) continue;
    const { status, open } = await judge(facts);
    if (status === "unknown") concerns.push({ title: "which qualification fits", isRoute: true, open });
  }
  return concerns;
}

/** Undecided requirements; none where no qualification is recommended, since then none of them would help. */
function ruleConcerns({ chosen, judgements }: Standing, rules: readonly JudgedRule[]): Concern[] {
  if (chosen.row.event.params.recommended.length === 0) return [];
  return rules
    .filter((each) => !isSettled(each))
    .map(({ rule, judgement: { open } }) => {
      const { kind, title } = rule.event.params;
      const isRoute = kind === "gate" || judgements.role.some((each) => each.rule === rule);
      return { title, isRoute, open };
    });
}

/** Units that no live qualification has are not shown among the choices, though they are understood when typed. */
function offerer(edition: Edition, live: readonly string[]): (choice: Choice) => boolean {
  const wanted = new Set(
    edition.units.groups
      .filter(({ qualification }) => live.includes(qualification))
      .flatMap(({ units }) => units),
  );
  return ({ entries }) =>
    !entries || wanted.size === 0 || entries.some((entry) => wanted.has(String(entry.unit)));
}
