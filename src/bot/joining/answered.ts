/** How somebody is answered about the teams that they are in, or are asked to join: in private, with lines to go on with. */
import type { Choice, Part } from "../../chat/reply.ts";
import { may } from "../../cohort/rights.ts";
import { findMembers } from "../../store/members.ts";
import type { Asker, Outcome } from "../commands/command.ts";

/** In private: it names teams and people. */
export function answered(
  { room }: Pick<Asker, "room">,
  ...given: readonly (Part | readonly Choice[])[]
): Outcome {
  const parts = given.filter((each): each is Part => !Array.isArray(each));
  const choices = given.filter((each): each is readonly Choice[] => Array.isArray(each)).flat();
  return {
    events: [],
    parts: () => parts,
    isPrivate: true,
    ...(choices.length > 0 ? { offers: { text: room.desk.cohortWords.buttons.afterwards, choices } } : {}),
  };
}

/** The names of those who may see a team's people. */
export async function managersOf({ room }: Pick<Asker, "room">, cohort: string): Promise<string> {
  const members = await findMembers(room.db, cohort, ["manager", "assessor"]);
  return members
    .filter(({ role }) => may(role, "see"))
    .map(({ name }) => name)
    .join(", ");
}
