/** Our side: an edition with an empty memory, and the two ways a learner comes to it, as facts or as a raw record. */
import { join } from "node:path";
import { countedByGroup } from "../src/advice/credits.ts";
import { type Edition, openEdition } from "../src/advice/edition.ts";
import { type ClaimedUnit, heldUnits } from "../src/advice/held.ts";
import { judgeAll } from "../src/advice/judgement.ts";
import { readEdition } from "../src/content/edition.ts";
import { ContentError } from "../src/content/finding.ts";
import type { Facts } from "../src/facts/derive.ts";
import { entriesOf, type LearnerRecord } from "../src/record/record.ts";
import type { Task } from "./measure.ts";

/** Read anew each time: what one edition has remembered, another does not know. */
export function freshEdition(): Edition {
  const root = process.cwd(); // npm runs scripts in the package's folder.
  const { content, findings } = readEdition(join(root, "rules", "lluk-2010"), root);
  if (!content) throw new ContentError(findings);
  return openEdition(content);
}

/** What `stand` does before it judges, less the search for problems. */
export function factsFrom(edition: Edition, record: LearnerRecord): Facts {
  const claimed = entriesOf(record, "units") as readonly ClaimedUnit[] | null;
  const { units } = heldUnits(edition.units, claimed, edition.problems.units, "units");
  return edition.derive({ ...record, units, usable: countedByGroup(edition, units) });
}

export function judgeFacts(edition: Edition, facts: Facts): Task {
  return () => judgeAll(edition, facts);
}

export function judgeRecord(edition: Edition, record: LearnerRecord): Task {
  return () => judgeAll(edition, factsFrom(edition, record));
}
