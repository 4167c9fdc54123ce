/** Our side: an edition with an empty memory, and the two ways a learner comes to it, as facts or as a raw record. */
import { join } from "node:path";
import { type Edition, openEdition } from "../src/advice/edition.ts";
import { judgeAll } from "../src/advice/judgement.ts";
import { learnerFacts } from "../src/advice/standing.ts";
import { readEdition } from "../src/content/edition.ts";
import { ContentError } from "../src/content/finding.ts";
import type { Facts } from "../src/facts/derive.ts";
import type { LearnerRecord } from "../src/record/record.ts";
import type { Task } from "./measure.ts";

/** Read anew each time: what one edition has remembered, another does not know. */
export function freshEdition(): Edition {
  const root = process.cwd(); // npm runs scripts in the package's folder.
  const { content, findings } = readEdition(join(root, "rules", "lluk-2010"), root);
  if (!content) throw new ContentError(findings);
  return openEdition(content);
}

export function factsFrom(edition: Edition, record: LearnerRecord): Facts {
  return learnerFacts(edition, record).facts;
}

export function judgeFacts(edition: Edition, facts: Facts): Task {
  return () => judgeAll(edition, facts);
}

export function judgeRecord(edition: Edition, record: LearnerRecord): Task {
  return () => judgeAll(edition, factsFrom(edition, record));
}
