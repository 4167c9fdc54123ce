/** Runs an edition's rules on one learner's facts. What was judged before is remembered, so this mostly looks up. */
import type { Facts } from "../facts/derive.ts";
import type { Judgement } from "../facts/walk.ts";
import type { Edition, Judged, JudgedRequirement } from "./edition.ts";
import type { Row } from "./recommendation.ts";
import type { Requirement } from "./requirement.ts";

export interface JudgedRule {
  readonly rule: Requirement;
  readonly judgement: Judgement;
  readonly isApplicable: boolean;
}

/** The judgements of the role and of every qualification, in file order. */
export interface Judgements {
  readonly role: readonly JudgedRule[];
  readonly requirements: ReadonlyMap<string, readonly JudgedRule[]>;
}

export async function judgeAll(edition: Edition, facts: Facts): Promise<Judgements> {
  const requirements = new Map<string, readonly JudgedRule[]>();
  for (const [id, judges] of edition.judges.requirements)
    requirements.set(id, await judgeEach(judges, facts));
  return { role: await judgeEach(edition.judges.role, facts), requirements };
}

/** Waits only where the engine has to run: awaiting a remembered judgement would cost more than finding it. */
async function judgeEach(judges: readonly JudgedRequirement[], facts: Facts): Promise<JudgedRule[]> {
  const judged: JudgedRule[] = [];
  for (const { rule, judge, applies } of judges) {
    const judging = judge(facts);
    const judgement = judging instanceof Promise ? await judging : judging;
    const applying = applies ? applies(facts) : null;
    const isApplicable = (applying instanceof Promise ? await applying : applying)?.status !== "unmet";
    judged.push({ rule, judgement, isApplicable });
  }
  return judged;
}

/** The rules of a kind whose conditions are met. */
export async function metRules<Rule>(judged: readonly Judged<Rule>[], facts: Facts): Promise<Rule[]> {
  const met: Rule[] = [];
  for (const { rule, judge } of judged) if ((await judge(facts)).status === "met") met.push(rule);
  return met;
}

export interface ChosenRow {
  readonly row: Row;
  /** What is not known yet and could still lead to another row, in the order of the rows. */
  readonly open: readonly Judgement[];
}

/** The first row that fits decides. Throws when none does: the last row of an edition has to fit everyone left. */
export async function chooseRow(edition: Edition, facts: Facts): Promise<ChosenRow> {
  const open: Judgement[] = [];
  for (const { rule, judge } of edition.judges.rows) {
    const judgement = await judge(facts);
    if (judgement.status === "unknown") open.push(judgement);
    if ((rule.event.params.fits ?? ["met"]).includes(judgement.status)) return { row: rule, open };
  }
  throw new Error(
    `No row of recommend.json of edition "${edition.id}" fits this learner; the last row has to fit everyone`,
  );
}
