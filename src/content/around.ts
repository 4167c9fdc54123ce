/** Reads the words around the conversation: those of the page and those of Slack. */
import { type PageWords, pageWordsSchema } from "../chat/page.ts";
import { type SlackWords, slackWordsSchema } from "../chat/slack.ts";
import type { Finding } from "./finding.ts";
import { openFolder } from "./folder.ts";

/** null with the findings that stand in the way. */
export interface Around {
  readonly page: PageWords | null;
  readonly slack: SlackWords | null;
  readonly findings: readonly Finding[];
}

export function readAround(path: string, root: string): Around {
  const folder = openFolder(path, root);
  const page = folder.read("page.json", pageWordsSchema);
  const slack = folder.read("slack.json", slackWordsSchema);
  return { page, slack, findings: folder.findings };
}
