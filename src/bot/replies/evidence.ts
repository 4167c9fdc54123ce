/** What somebody told as evidence, entry by entry. */
import { type Part, text } from "../../chat/reply.ts";
import { at } from "../../facts/derive.ts";
import type { Entry } from "../../facts/entry.ts";
import { entryShown } from "../../interview/shown.ts";
import type { Desk, View } from "../view.ts";

export function evidenceParts({ interview, cohortWords }: Desk, { record }: View): Part[] {
  const items = interview.questions
    .filter(({ kind }) => kind === "list")
    .flatMap((question) => {
      const entries = (at(record, question.tells[0] ?? "") ?? []) as readonly Entry[];
      return entries.map((entry) => `${question.title}: ${entryShown(question, entry, interview.words)}`);
    });
  if (items.length === 0) return [text(cohortWords.shows.evidence)];
  return [{ kind: "list", title: cohortWords.titles.evidence, items }];
}
