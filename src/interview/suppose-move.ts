/** Reads a move to another qualification: "moved to the specialist certificate". */
import { wordsLeft } from "./found.ts";
import type { Understood } from "./kinds.ts";
import { findChoices } from "./reading/choice.ts";
import { hasPhrase, plain } from "./reading/phrase.ts";
import { type Clause, type Supposable, type Supposition, supposing } from "./supposed.ts";

/** `by`: with a word for moving, or by the qualification alone; having one is no move. */
export function readMove(
  { typed }: Clause,
  scope: Supposable,
  by: "named" | "bare",
): Understood<Supposition> | null {
  const { moves, had } = scope.interview.words.whatIf.typed;
  const text = plain(typed);
  const isSaid = (phrases: readonly string[]) => phrases.some((phrase) => hasPhrase(text, plain(phrase)));
  if (by === "named" ? !isSaid(moves) : isSaid(had)) return null;
  const { found, left } = findChoices(text, scope.qualifications);
  const [meant, ...others] = new Set(found.map(({ choice }) => choice));
  if (!meant || others.length > 0 || wordsLeft(left, supposing(scope)) !== "") return null;
  return { answer: [{ kind: "move", qualification: meant.id }] };
}
