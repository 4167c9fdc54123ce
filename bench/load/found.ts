/** Lines that were acknowledged beside turns that are kept: which line is which turn, and which are lost or doubled. */
import { grouped } from "../../test/crash/grouped.ts";
import type { KeptTurn } from "./kept.ts";
import type { Line } from "./line.ts";

export interface Answered {
  readonly line: Line;
  /** Of its reply in the conversation. */
  readonly number: number;
}

export interface Found {
  /** What is wrong, in words. */
  readonly wrongs: readonly string[];
  readonly answered: readonly Answered[];
  /** Lines that were kept although the person was asked to say them again, and so are there twice. */
  readonly keptTwice: number;
}

/** Each of `lines` in the order in which its person said it. */
export function findTurns(lines: readonly Line[], turns: readonly KeptTurn[]): Found {
  const wrongs: string[] = [];
  const answered: Answered[] = [];
  let keptTwice = 0;
  const turnsOf = grouped(turns, ({ conversation }) => conversation);
  for (const [conversation, said] of grouped(lines, (line) => line.conversation)) {
    const kept = turnsOf.get(conversation) ?? [];
    turnsOf.delete(conversation);
    const typed = new Set(said.flatMap((line) => line.turns));
    // What was pressed has an id of the program's own making, so the order tells which it is.
    const pressed = kept.filter(({ id }) => !typed.has(id));
    for (const line of said) {
      const found =
        line.turns.length > 0 ? kept.filter(({ id }) => line.turns.includes(id)) : pressed.splice(0, 1);
      const [first] = found;
      if (first) answered.push({ line, number: first.number });
      else if (line.acknowledgedAfter !== null) wrongs.push(`${conversation}: ${nameOf(line)} is not kept`);
      keptTwice += Math.max(0, found.length - 1);
    }
    for (const { id } of pressed) wrongs.push(`${conversation}: the turn ${id} is one too many`);
  }
  for (const [conversation, kept] of turnsOf)
    wrongs.push(`${conversation}: ${kept.length} turns are kept of somebody who said nothing`);
  return { wrongs, answered, keptTwice };
}

function nameOf({ turns, at }: Line): string {
  return turns[0] ?? `what was pressed at ${new Date(at).toISOString()}`;
}
