/** Advice: which qualification fits, whether it can be started, what is left, and where each statement stands. */
import { at } from "../facts/derive.ts";
import { fill } from "../facts/template.ts";
import type { Problem } from "../record/problem.ts";
import type { LearnerRecord } from "../record/record.ts";
import { type Credits, creditsOf, optionalPlans } from "./credits.ts";
import type { Edition, Qualification } from "./edition.ts";
import { type ChosenRow, type JudgedRule, metRules } from "./judgement.ts";
import { nextSteps } from "./next.ts";
import type { Plan } from "./plan.ts";
import type { CanStart, Recommended } from "./recommendation.ts";
import { type Standing, stand } from "./standing.ts";
import { startBy } from "./start.ts";
import { placeOf } from "./unit.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export interface QualificationAdvice {
  readonly id: string;
  readonly title: string;
  readonly canStart: CanStart;
  readonly why: string;
  readonly requirements: readonly Verdict[];
  readonly credits: Credits;
  readonly plans: readonly Plan[];
}

export interface NoteAdvice {
  readonly id: string;
  readonly says: string;
  readonly reading: string | null;
  readonly cites: readonly string[];
}

/** What `signpost advise --json` prints. */
export interface Advice {
  readonly edition: string;
  readonly why: string;
  readonly recommended: readonly Recommended[];
  readonly role: readonly Verdict[];
  readonly qualifications: readonly QualificationAdvice[];
  readonly notes: readonly NoteAdvice[];
  readonly problems: readonly Problem[];
  readonly next: readonly string[];
}

/** Advice on a record. `today` is an ISO date. */
export async function advise(edition: Edition, record: LearnerRecord, today: string): Promise<Advice> {
  return adviceFrom(edition, record, await stand(edition, record, today));
}

/** The same for a record that was judged already. */
export async function adviceFrom(
  edition: Edition,
  record: LearnerRecord,
  standing: Standing,
): Promise<Advice> {
  const { chosen, held, judgements, problems } = standing;
  const interests = interestsOf(edition, record);
  const notes = await metRules(edition.judges.notes, standing.facts);
  const qualifications = edition.head.qualifications.map((qualification) => {
    const requirements = verdictsOf(edition, judgements.requirements.get(qualification.id) ?? []);
    const credits = creditsOf(edition, qualification, requirements, held.units);
    return {
      id: qualification.id,
      title: qualification.title,
      ...startOf(qualification, requirements, chosen),
      requirements,
      credits,
      plans: optionalPlans(edition, qualification, credits, held.units ?? [], interests),
    };
  });
  const { recommended, why, next = [] } = chosen.row.event.params;
  const now = recommended.filter(({ strength }) => strength === "primary" || strength === "conditional");
  const undone = now.flatMap(
    (each) => qualifications.find(({ id }) => id === each.qualification)?.requirements ?? [],
  );
  return {
    edition: edition.id,
    why,
    recommended: recommended.map(({ qualification, strength, why }) => ({ qualification, strength, why })),
    role: verdictsOf(edition, judgements.role),
    qualifications,
    notes: notes.map(({ name, event: { params } }) => ({
      id: name,
      says: params.says,
      reading: params.reading ?? null,
      cites: params.cites.map(placeOf),
    })),
    problems,
    next: nextSteps(edition, undone, problems, next),
  };
}

function verdictsOf(edition: Edition, judged: readonly JudgedRule[]): Verdict[] {
  return judged.map(({ rule, judgement, isApplicable }) =>
    verdictOf(edition.catalogue, rule, judgement, isApplicable),
  );
}

function startOf(
  qualification: Qualification,
  verdicts: readonly Verdict[],
  { row }: ChosenRow,
): { canStart: CanStart; why: string } {
  const overruled = row.event.params.canStart?.[qualification.id];
  if (overruled) return { canStart: overruled.status, why: overruled.why };
  const gates = verdicts.filter((verdict) => verdict.kind === "gate");
  const canStart = startBy(gates.map(({ status }) => status));
  const blocking = gates.filter((gate) => gate.status !== "met").map((gate) => gate.says);
  return { canStart, why: fill(qualification.start[canStart], { gates: blocking.join(" ") }) };
}

function interestsOf(edition: Edition, record: LearnerRecord): string[] {
  return edition.units.interests
    .filter(({ fact, value }) => [at(record, fact)].flat().includes(value))
    .flatMap(({ tags }) => tags);
}
