/** Before anything is timed: ours and every rival have to say the same of the same learners. */
import type { Edition } from "../src/advice/edition.ts";
import { judgeAll } from "../src/advice/judgement.ts";
import type { Facts } from "../src/facts/derive.ts";
import type { Status } from "../src/facts/status.ts";
import { type LearnerRecord, recordSchema } from "../src/record/record.ts";
import { learnersOf } from "./learners.ts";
import { factsFrom } from "./ours.ts";
import { certainFacts, type Rival, type Rule } from "./rivals/rival.ts";

const LEARNERS = 300;

/** How many verdicts agreed. Throws on the first that does not. */
export async function crossCheck(
  edition: Edition,
  rules: readonly Rule[],
  rivals: readonly Rival[],
): Promise<number> {
  const told = learnersOf(edition, LEARNERS, { seed: 1, isFullyTold: true });
  const partly = learnersOf(edition, LEARNERS, { seed: 2 });
  const schema = recordSchema(
    edition.catalogue,
    edition.id,
    edition.units.units.map(({ id }) => id),
  );
  let agreed = 0;
  for (const record of [...told, ...partly]) {
    schema.parse(record);
    agreed += await agreeOn(edition, rules, rivals, record, told.includes(record));
  }
  return agreed;
}

/** Rivals know two values: a verdict that is unknown has nothing to agree with, and may not be where all is told. */
async function agreeOn(
  edition: Edition,
  rules: readonly Rule[],
  rivals: readonly Rival[],
  record: LearnerRecord,
  isFullyTold: boolean,
): Promise<number> {
  const facts = factsFrom(edition, record);
  const certain = certainFacts(edition)(facts);
  const ours = await statusesOf(edition, facts);
  let agreed = 0;
  for (const rival of rivals) {
    const theirs = rival.isMet(await rival.prepare(certain)());
    for (const [at, { name }] of rules.entries()) {
      const status = ours[at];
      if (status === "unknown" && !isFullyTold) continue;
      if (status !== (theirs[at] ? "met" : "unmet")) {
        const said = theirs[at] ? "met" : "not met";
        throw new Error(
          `"${name}" is ${status} for us and ${said} for ${rival.name}, of ${JSON.stringify(record)}`,
        );
      }
      agreed += 1;
    }
  }
  return agreed;
}

/** In the order of `rulesOf`. */
async function statusesOf(edition: Edition, facts: Facts): Promise<Status[]> {
  const judgements = await judgeAll(edition, facts);
  const judged = [...judgements.role, ...[...judgements.requirements.values()].flat()];
  const judges = [...edition.judges.role, ...[...edition.judges.requirements.values()].flat()];
  const statuses: Status[] = [];
  for (const [at, { judgement }] of judged.entries()) {
    statuses.push(judgement.status);
    const applies = judges[at]?.applies;
    if (applies) statuses.push((await applies(facts)).status);
  }
  return statuses;
}
