/** Reads the words of the page around the conversation. */
import { type PageWords, pageWordsSchema } from "../chat/page.ts";
import type { Finding } from "./finding.ts";
import { openFolder } from "./folder.ts";

/** null with the findings that stand in the way. */
export function readPage(
  path: string,
  root: string,
): { page: PageWords | null; findings: readonly Finding[] } {
  const folder = openFolder(path, root);
  return { page: folder.read("page.json", pageWordsSchema), findings: folder.findings };
}
