/** Where one learner stands: the facts of their record, and what every rule of the edition makes of them. */
import type { Facts } from "../facts/derive.ts";
import { listProblems, type Problem } from "../record/problem.ts";
import { entriesOf, type LearnerRecord } from "../record/record.ts";
import { countedByGroup } from "./credits.ts";
import type { Edition } from "./edition.ts";
import { type ClaimedUnit, type Held, heldUnits } from "./held.ts";
import { type ChosenRow, chooseRow, type Judgements, judgeAll, metRules } from "./judgement.ts";

/** All that is worked out about one record; the interview reads it to find the next question. */
export interface Standing {
  readonly held: Held;
  readonly facts: Facts;
  readonly judgements: Judgements;
  readonly chosen: ChosenRow;
  readonly problems: readonly Problem[];
}

/** Judges a record. `today` is an ISO date. */
export async function stand(edition: Edition, record: LearnerRecord, today: string): Promise<Standing> {
  const { held, facts } = learnerFacts(edition, record);
  const broken = await metRules(edition.judges.problems, facts);
  const problems = [
    ...held.problems,
    ...listProblems(edition.catalogue, record, today),
    ...broken.map(({ name, event }) => ({ code: name, place: name, ...event.params })),
  ];
  return {
    held,
    facts,
    problems,
    judgements: await judgeAll(edition, facts),
    chosen: await chooseRow(edition, facts),
  };
}

/** The qualifications whose requirements are worth asking about now. */
export function liveQualifications({ row }: ChosenRow): string[] {
  return row.event.params.recommended
    .filter(({ strength, explore }) => explore ?? (strength === "primary" || strength === "conditional"))
    .map(({ qualification }) => qualification);
}

/** The facts of a record, with its units as they count. */
export function learnerFacts(edition: Edition, record: LearnerRecord): { held: Held; facts: Facts } {
  const claimed = entriesOf(record, "units") as readonly ClaimedUnit[] | null;
  const held = heldUnits(edition.units, claimed, edition.problems.units, unitsQuestion(edition));
  const usable = countedByGroup(edition, held.units);
  return { held, facts: edition.derive({ ...record, units: held.units, usable }) };
}

function unitsQuestion({ catalogue }: Edition): string {
  return catalogue.lists.find(({ id }) => id === "units")?.question ?? "units";
}
