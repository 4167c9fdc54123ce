/** Which qualification a question names, and how a question goes on from the one before it. */
import type { AnswersContent, Entry } from "./entry.ts";
import type { Candidate } from "./match.ts";

export interface Topics {
  /** The qualification that the words name, or null where they name none. */
  named(words: readonly string[]): string | null;
  /** The entry that answers the same question for another qualification. */
  beside(entry: Entry, qualification: string): Entry | null;
  /**
   * One candidate for each topic, likeliest first: that of the qualification which is meant, or else the usual one, unless
   * the words fit another far better.
   */
  pooled(candidates: readonly Candidate[], qualification: string | null): Candidate[];
  /** What people call it. */
  nameOf(qualification: string): string;
}

/** The usual qualification is meant where it has at least this share of its topic. */
const USUAL = 0.3;

export function openTopics({ entries, others }: Pick<AnswersContent, "entries" | "others">): Topics {
  const usual = others.at(-1)?.qualification;
  return {
    named: (words) => {
      const text = ` ${words.join(" ")} `;
      return (
        others.find(({ named }) => named.some((name) => text.includes(` ${name} `)))?.qualification ?? null
      );
    },
    beside,
    pooled(candidates, qualification) {
      const keys = new Set(candidates.map(({ entry }) => entry.topic ?? entry.id));
      return [...keys]
        .map((key) =>
          one(
            candidates.filter(({ entry }) => (entry.topic ?? entry.id) === key),
            qualification,
          ),
        )
        .sort((first, other) => other.likelihood - first.likelihood);
    },
    nameOf: (qualification) => others.find((each) => each.qualification === qualification)?.named[0] ?? "",
  };

  function beside({ topic }: Entry, qualification: string): Entry | null {
    const same = entries.filter((each) => topic !== undefined && each.topic === topic);
    return same.find((each) => each.qualification === qualification) ?? null;
  }

  function one(topic: readonly Candidate[], qualification: string | null): Candidate {
    const [likeliest] = topic as [Candidate];
    const likelihood = topic.reduce((sum, each) => sum + each.likelihood, 0);
    const meant = qualification === null ? null : beside(likeliest.entry, qualification);
    const asEver = topic.find(
      ({ entry }) => entry.qualification !== undefined && entry.qualification === usual,
    );
    const isAsEver = asEver !== undefined && asEver.likelihood >= likelihood * USUAL;
    return { entry: meant ?? (isAsEver ? asEver.entry : likeliest.entry), likelihood };
  }
}
