/** The ground on which every bench is run: the rules, the rivals that hold them, and the learners, all cross-checked. */
import type { Edition } from "../src/advice/edition.ts";
import type { LearnerRecord } from "../src/record/record.ts";
import { crossCheck } from "./cross-check.ts";
import { learnersOf } from "./learners.ts";
import type { Task } from "./measure.ts";
import { factsFrom, freshEdition, judgeRecord } from "./ours.ts";
import { jsonLogic } from "./rivals/json-logic.ts";
import { newEngine } from "./rivals/new-engine.ts";
import { reusedEngine } from "./rivals/reused-engine.ts";
import { type CertainFacts, certainFacts, type Rival, rulesOf } from "./rivals/rival.ts";
import { zenEngine } from "./rivals/zen-engine.ts";

export interface Contest {
  readonly edition: Edition;
  readonly plain: Rival;
  /** The plain one first. */
  readonly rivals: readonly Rival[];
  readonly learners: readonly LearnerRecord[];
  /** How many rules each side judges for one learner. */
  readonly rules: number;
  /** How many verdicts were found alike before any timing. */
  readonly agreed: number;
  /** Facts as rivals read them, worked out by us. */
  certain(record: LearnerRecord): CertainFacts;
}

const LEARNERS = 10_000;

export async function openContest(): Promise<Contest> {
  const edition = freshEdition();
  const rules = rulesOf(edition);
  const plain = reusedEngine(rules);
  const rivals = [plain, newEngine(rules), zenEngine(rules), jsonLogic(rules)];
  const agreed = await crossCheck(edition, rules, rivals);
  const learners = learnersOf(edition, LEARNERS, { seed: 2010 });
  const read = certainFacts(edition);
  const certain = (record: LearnerRecord) => read(factsFrom(edition, record));
  return { edition, plain, rivals, learners, rules: rules.length, agreed, certain };
}

/** Raw records before an edition that remembers nothing. */
export function cold({ learners }: Contest, count: number): Task[] {
  const edition = freshEdition();
  return learners.slice(0, count).map((record) => judgeRecord(edition, record));
}

export function theirs({ learners, certain }: Contest, rival: Rival, count: number): Task[] {
  return learners.slice(0, count).map((record) => rival.prepare(certain(record)));
}
