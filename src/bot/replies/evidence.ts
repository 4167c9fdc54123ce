/** What somebody told as evidence, piece by piece, and who has confirmed it. */
import { type Part, text } from "../../chat/reply.ts";
import type { Entry } from "../../facts/entry.ts";
import { entryShown } from "../../interview/shown.ts";
import { said } from "../../interview/words.ts";
import { type Evidence, evidenceIn } from "../../record/evidence.ts";
import type { Confirmed } from "../../store/confirmations.ts";
import type { Desk, View } from "../view.ts";
import { dayShown } from "./marks.ts";

/** A piece of evidence in words, and its confirmation where there is one. */
export interface ShownEvidence {
  readonly key: string;
  readonly words: string;
  readonly confirmed: Confirmed | null;
}

export function evidenceOf({ edition, interview }: Desk, { record, marks }: View): ShownEvidence[] {
  const words = (evidence: Evidence) => {
    const { of, content } = evidence;
    const question = interview.questions.find(({ tells }) =>
      tells.some((fact) => fact === of || fact === `${of}.level`),
    );
    if (question?.kind === "list")
      return `${question.title}: ${entryShown(question, content as Entry, interview.words)}`;
    const level = said(interview.words.says.level, { level: String(content.level) });
    return [
      `${question?.title ?? of}: ${level}`,
      ...(content.evidence ? [String(content.evidence)] : []),
    ].join(", ");
  };
  return evidenceIn(edition.catalogue, record).map((each) => ({
    key: each.key,
    words: words(each),
    confirmed: marks?.confirmed.find(({ evidence }) => evidence === each.key) ?? null,
  }));
}

export function evidenceParts(desk: Desk, view: View): Part[] {
  const { titles, shows } = desk.cohortWords;
  const items = evidenceOf(desk, view).map(({ words, confirmed }) =>
    confirmed
      ? `${words} (${said(shows.confirmedBy, { name: confirmed.byName, date: dayShown(confirmed.at) })})`
      : words,
  );
  if (items.length === 0) return [text(shows.evidence)];
  return [{ kind: "list", title: titles.evidence, items }];
}
