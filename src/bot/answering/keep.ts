/** What is kept of a question: that it was asked last, and, without who asked, that nobody could answer it. */
import type { Answered, Answers } from "../../answers/answers.ts";
import { keepAsked, noteUnanswered } from "../../store/questions.ts";
import type { Keep } from "../commands/command.ts";

export function keeping(answers: Answers, asked: string, { entries, nearest, band }: Answered): Keep {
  const question = answers.withoutNames(asked);
  const isPrivate = [...entries, answers.entry(nearest ?? "")].some((entry) => entry?.isPrivate);
  return async (db, { person, at }) => {
    const entry = band === "choose" ? null : (entries[0]?.id ?? null);
    await keepAsked(db, { person, question: isPrivate ? "" : question, entry, at });
    if (entries.length === 0 && !isPrivate && question !== "")
      await noteUnanswered(
        db,
        { person, question, reason: "unknown", nearest: nearest ?? "" },
        at.slice(0, 10),
      );
    return true;
  };
}
