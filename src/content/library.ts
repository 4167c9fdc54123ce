/** All content at once: every edition in rules/ and the interview in conversations/. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { type Edition, type EditionContent, openEdition } from "../advice/edition.ts";
import { type Answers, openAnswers } from "../answers/answers.ts";
import type { PageWords } from "../chat/page.ts";
import type { SlackWords } from "../chat/slack.ts";
import type { TeamsWords } from "../chat/teams.ts";
import type { ExampleMember } from "../cohort/member.ts";
import type { CohortWords } from "../cohort/words/words.ts";
import { type Flaw, type Read, readWith } from "../facts/flaw.ts";
import { didYouMean } from "../facts/nearest.ts";
import type { Interview } from "../interview/interview.ts";
import { type LearnerRecord, recordSchema } from "../record/record.ts";
import { readAround } from "./around.ts";
import { readEdition } from "./edition.ts";
import { ContentError, errorAt, type Finding } from "./finding.ts";
import { earlierInterviews, readInterview, readQuestions } from "./interview.ts";
import { readTeam } from "./team.ts";
import { findTrained } from "./trained.ts";

export interface Library {
  readonly editions: ReadonlyMap<string, Edition>;
  /** The schema of a record under each edition. */
  readonly records: ReadonlyMap<string, z.ZodType<LearnerRecord>>;
  /** With which everybody begins. */
  readonly interview: Interview;
  /** Those of people who stay under an earlier edition, by its id. */
  readonly earlier: ReadonlyMap<string, Interview>;
  readonly page: PageWords;
  readonly slack: SlackWords;
  readonly teams: TeamsWords;
  readonly cohort: CohortWords;
  readonly answers: Answers;
  /** People who do not exist, to show what a manager sees. */
  readonly team: readonly ExampleMember[];
}

/** The folders of rules/, one for each edition. */
export function editionFolders(root: string): string[] {
  const rules = join(root, "rules");
  if (!statSync(rules, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(rules, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Reads and opens everything below `root`. `built` is where the program was built, which may have learned the same questions.
 * Throws a ContentError with all findings where something cannot be used.
 */
export function openLibrary(root: string, built = root): Library {
  const findings: Finding[] = [];
  const editions = new Map<string, Edition>();
  for (const name of editionFolders(root)) {
    const read = readEdition(join(root, "rules", name), root);
    findings.push(...read.findings);
    if (read.content) editions.set(name, openEdition(read.content));
  }
  if (editions.size === 0)
    findings.push(
      errorAt("rules", "", "there is no edition of the rules here", "add a folder such as rules/lluk-2010"),
    );
  let interview: Interview | null = null;
  for (const edition of editions.values()) {
    const read = readInterview(join(root, "conversations"), root, edition);
    if (!read.interview) findings.push(...read.findings);
    if (!interview && read.interview?.edition === edition.id) interview = read.interview;
  }
  if (!interview && findings.length === 0) {
    const right = `name one of ${[...editions.keys()].join(", ")}`;
    findings.push(errorAt("conversations/interview.json", "edition", "its edition is not in rules/", right));
  }
  const { earlier, findings: earlierFindings } = readEarlier(root, editions);
  findings.push(...earlierFindings);
  const records = new Map([...editions].map(([id, edition]) => [id, recordSchemaOf(edition)]));
  const conversations = join(root, "conversations");
  const { page, slack, teams, cohort, answers, findings: aroundFindings } = readAround(conversations, root);
  const talkedAbout = interview ? records.get(interview.edition) : undefined;
  const { team, findings: teamFindings } = talkedAbout
    ? readTeam(conversations, root, talkedAbout)
    : { team: null, findings: [] };
  findings.push(...aroundFindings, ...teamFindings);
  if (!interview || !page || !slack || !teams || !cohort || !answers || !team || findings.length > 0)
    throw new ContentError(findings);
  return {
    editions,
    records,
    interview,
    earlier,
    page,
    slack,
    teams,
    cohort,
    answers: openAnswers(answers, () => findTrained(built, answers)),
    team,
  };
}

function readEarlier(root: string, editions: ReadonlyMap<string, Edition>) {
  const folder = join(root, "conversations");
  const earlier = new Map<string, Interview>();
  const findings: Finding[] = [];
  for (const name of earlierInterviews(folder)) {
    const { content } = readQuestions(folder, root, name);
    const edition = content ? editions.get(content.edition) : undefined;
    const read = edition && readInterview(folder, root, edition, name);
    findings.push(...(read?.findings ?? []));
    if (edition && read?.interview) earlier.set(edition.id, read.interview);
    else if (!read)
      findings.push(
        errorAt(
          `conversations/${name}`,
          "edition",
          "its edition is not in rules/",
          "add it, or delete this file",
        ),
      );
  }
  return { earlier, findings };
}

/** The schema of a record that is judged by this edition. */
export function recordSchemaOf({ head, catalogue, units }: EditionContent): z.ZodType<LearnerRecord> {
  const unitIds = units.units.map(({ id }) => id);
  return recordSchema(catalogue, head.id, unitIds);
}

/** A record and the edition it is judged by: a learner stays on the edition that the record names. */
export function readRecord(
  library: Library,
  input: unknown,
): Read<{ record: LearnerRecord; edition: Edition }> {
  const named = (input as { edition?: unknown } | null)?.edition;
  const edition = typeof named === "string" ? library.editions.get(named) : undefined;
  if (typeof named === "string" && !edition) return { flaws: [unknownEdition(library, named)] };
  const judged = edition ?? (library.editions.values().next().value as Edition);
  const read = readWith(library.records.get(judged.id) ?? recordSchemaOf(judged), input);
  return "flaws" in read ? read : { value: { record: read.value, edition: judged } };
}

function unknownEdition(library: Library, named: string): Flaw {
  const known = [...library.editions.keys()];
  return { path: "edition", wrong: `"${named}" is no edition that I know`, right: didYouMean(named, known) };
}
