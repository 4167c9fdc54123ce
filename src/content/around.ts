/** Reads the words around the conversation: those of the page, of Slack, of Teams and of cohorts, and the answers. */
import { type AnswersContent, answersSchema } from "../answers/entry.ts";
import { type PageWords, pageWordsSchema } from "../chat/page.ts";
import { type SlackWords, slackWordsSchema } from "../chat/slack.ts";
import { type TeamsWords, teamsWordsSchema } from "../chat/teams.ts";
import { type CohortWords, cohortWordsSchema } from "../cohort/words/words.ts";
import type { Finding } from "./finding.ts";
import { openFolder } from "./folder.ts";

/** null with the findings that stand in the way. */
export interface Around {
  readonly page: PageWords | null;
  readonly slack: SlackWords | null;
  readonly teams: TeamsWords | null;
  readonly cohort: CohortWords | null;
  readonly answers: AnswersContent | null;
  readonly findings: readonly Finding[];
}

export function readAround(path: string, root: string): Around {
  const folder = openFolder(path, root);
  const page = folder.read("page.json", pageWordsSchema);
  const slack = folder.read("slack.json", slackWordsSchema);
  const teams = folder.read("teams.json", teamsWordsSchema);
  const cohort = folder.read("cohort.json", cohortWordsSchema);
  const answers = folder.read("answers.json", answersSchema);
  return { page, slack, teams, cohort, answers, findings: folder.findings };
}
