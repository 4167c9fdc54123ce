/** Which qualification a question names, and how a question goes on from the one before it. */
import type { AnswersContent, Entry } from "./entry.ts";

export interface Topics {
  /** The qualification that the words name, or null where they name none. */
  named(words: readonly string[]): string | null;
  /** The entry that answers the same question for another qualification. */
  beside(entry: Entry, qualification: string): Entry | null;
  /** What people call it. */
  nameOf(qualification: string): string;
}

export function openTopics({ entries, others }: Pick<AnswersContent, "entries" | "others">): Topics {
  return {
    named: (words) => {
      const text = ` ${words.join(" ")} `;
      return (
        others.find(({ named }) => named.some((name) => text.includes(` ${name} `)))?.qualification ?? null
      );
    },
    beside: ({ topic }, qualification) =>
      entries.find(
        (each) => topic !== undefined && each.topic === topic && each.qualification === qualification,
      ) ?? null,
    nameOf: (qualification) => others.find((each) => each.qualification === qualification)?.named[0] ?? "",
  };
}
