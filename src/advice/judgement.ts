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
  for (const [id, judges] of edition.judges.requirements) {
    const judged = judgeEach(judges, facts);
    requirements.set(id, judged instanceof Promise ? await judged : judged);
  }
  return { role: await judgeEach(edition.judges.role, facts), requirements };
}

/** A promise only where the engine has to run: awaiting remembered judgements would cost more than finding them. */
function judgeEach(
  judges: readonly JudgedRequirement[],
  facts: Facts,
): readonly JudgedRule[] | Promise<readonly JudgedRule[]> {
  const judged: JudgedRule[] = [];
  for (const { rule, judge, applies } of judges) {
    const judgement = judge(facts);
    const applying = applies ? applies(facts) : null;
    if (judgement instanceof Promise || applying instanceof Promise) return waitForEach(judges, facts);
    judged.push(judgedRule(rule, judgement, applying));
  }
  return judged;
}

function waitForEach(judges: readonly JudgedRequirement[], facts: Facts): Promise<JudgedRule[]> {
  const judging = judges.map(async ({ rule, judge, applies }) =>
    judgedRule(rule, await judge(facts), applies ? await applies(facts) : null),
  );
  return Promise.all(judging);
}

function judgedRule(rule: Requirement, judgement: Judgement, applying: Judgement | null): JudgedRule {
  return { rule, judgement, isApplicable: applying?.status !== "unmet" };
}

/** The rules of a kind whose conditions are met. */
export async function metRules<Rule>(judged: readonly Judged<Rule>[], facts: Facts): Promise<Rule[]> {
  const met: Rule[] = [];
  for (const { rule, judge } of judged) {
    const judging = judge(facts);
    const { status } = judging instanceof Promise ? await judging : judging;
    if (status === "met") met.push(rule);
  }
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
    const judging = judge(facts);
    const judgement = judging instanceof Promise ? await judging : judging;
    if (judgement.status === "unknown") open.push(judgement);
    if ((rule.event.params.fits ?? ["met"]).includes(judgement.status)) return { row: rule, open };
  }
  throw new Error(
    `No row of recommend.json of edition "${edition.id}" fits this learner; the last row has to fit everyone`,
  );
}
