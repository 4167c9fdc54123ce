/** Whom of their team a manager means: by name, by mention, or by a button. */
import { text } from "../../chat/reply.ts";
import type { Role } from "../../cohort/rights.ts";
import type { VerbName } from "../../cohort/words/typed.ts";
import { nearest } from "../../facts/nearest.ts";
import { said } from "../../interview/words.ts";
import { findMembers } from "../../store/members.ts";
import { type Found, findByName, findByUser } from "../../store/whereabouts.ts";
import type { Outcome } from "../commands/command.ts";
import { nameIn } from "./names.ts";
import { answering, offerOf, type Place } from "./scene.ts";

export type Meant = Found;

/** More are not offered: then the name has to be said more exactly. */
const MOST = 10;
/** In larger teams a slip of the pen is not looked for. */
const MOST_NEAR = 2_000;

/** Everybody who may be meant. */
export async function findMeant(
  { room, cohort, named }: Place,
  typed: string,
  roles: readonly Role[] = ["learner"],
): Promise<Meant[]> {
  const mentioned = await findByUser(room.db, cohort, named.users, roles);
  if (mentioned.length > 0) return mentioned;
  const name = nameIn(typed);
  if (name === "") return [];
  const found = await findByName(room.db, cohort.id, name, { roles, limit: MOST });
  if (found.length > 0) return found;
  const all = await findMembers(room.db, cohort.id, roles);
  if (all.length > MOST_NEAR) return [];
  const near = nearest(
    name,
    all.map((each) => each.name),
  );
  return all.filter((each) => each.name === near);
}

/** Does something with the one who is meant; else asks whom, with the same line for each. `about` stands behind the name. */
export async function withPerson(
  place: Place,
  verb: VerbName,
  typed: string,
  act: (meant: Meant) => Outcome | Promise<Outcome>,
  {
    roles = ["learner"],
    about = [],
  }: { readonly roles?: readonly Role[]; readonly about?: readonly string[] } = {},
): Promise<Outcome> {
  const { words } = place;
  const back = offerOf(place, words.buttons.list, "list");
  if (nameIn(typed) === "" && place.named.users.length === 0)
    return answering(place, [text(words.manages.whoHow)], [back]);
  const found = await findMeant(place, typed, roles);
  const [only, ...others] = found;
  if (!only)
    return answering(place, [text(said(words.manages.noSuchPerson, { words: nameIn(typed) }))], [back]);
  if (others.length === 0) return act(only);
  return answering(
    place,
    [text(said(words.manages.whichPerson, { words: nameIn(typed) }))],
    found.map(({ id, name }) => offerOf(place, name, verb, `#${id}`, ...about)),
    words.buttons.who,
  );
}
