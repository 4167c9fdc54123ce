/** Asking people to join a team, and taking them out of it. Nobody is in a team before they have agreed. */
import { text } from "../../chat/reply.ts";
import { ROLES, type Role } from "../../cohort/rights.ts";
import { hasPhrase, plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { remember } from "../../store/audit.ts";
import { findInvited, invite } from "../../store/invitations.ts";
import { findUsers, removeMember } from "../../store/members.ts";
import type { Outcome } from "../commands/command.ts";
import { splitAt } from "./line.ts";
import { LONGEST_NAME, nameIn } from "./names.ts";
import { type Meant, withPerson } from "./person.ts";
import { answering, lineOf, offerOf, type Place, type Verb } from "./scene.ts";

export const addPeople: Verb = {
  word: "add",
  act: "manage",
  run: (place, rest) => added(place, rest, "learner"),
};
export const asManager: Verb = {
  word: "manager",
  act: "manage",
  run: (place, rest) => added(place, rest, "manager"),
};
export const asAssessor: Verb = {
  word: "assessor",
  act: "manage",
  run: (place, rest) => added(place, rest, "assessor"),
};

export const waiting: Verb = {
  word: "waiting",
  act: "manage",
  async run(place) {
    const { room, words, cohort } = place;
    const names = (await findInvited(room.db, cohort.id)).map(({ name, user }) =>
      name === "" ? user : name,
    );
    const says =
      names.length === 0
        ? words.manages.nobodyWaits
        : said(words.manages.waiting, { names: names.join(", ") });
    return answering(place, [text(says)], [offerOf(place, words.buttons.summary, "summary")]);
  },
};

export const remove: Verb = {
  word: "remove",
  act: "manage",
  run(place, rest) {
    const { words, cohort } = place;
    const { marks, manages, buttons } = words;
    const isSure = marks.yes.some((mark) => hasPhrase(plain(rest), plain(mark)));
    const who = isSure ? splitAt(rest, marks.yes).before : rest;
    const act = ({ id, person: removed, name }: Meant): Outcome => {
      // Who wants to go says so: then it is looked after that somebody stays.
      if (removed === place.found.person.id) return answering(place, [text(manages.leaveInstead)]);
      if (!isSure)
        return answering(
          place,
          [text(said(manages.removeAsk, { name, team: cohort.name }))],
          [
            { id: lineOf(place, "remove", `#${id}`, marks.yes[0] ?? ""), label: buttons.yes },
            { id: lineOf(place, "summary"), label: buttons.no },
          ],
        );
      return {
        ...answering(
          place,
          [text(said(manages.removed, { name, team: cohort.name }))],
          [offerOf(place, buttons.summary, "summary")],
        ),
        keep: async (db, { person, at }) => {
          await removeMember(db, cohort.id, removed);
          await remember(db, {
            at,
            actor: person,
            act: "member-remove",
            subject: removed,
            detail: cohort.id,
          });
          return true;
        },
      };
    };
    return withPerson(place, "remove", who, act, { roles: ROLES });
  },
};

/** Somebody to be asked, and the name they were named by; empty where they say it themselves. */
interface Wanted {
  readonly user: string;
  readonly name: string;
}

async function added(place: Place, rest: string, role: Role): Promise<Outcome> {
  const { room, words, cohort } = place;
  const { manages, buttons } = words;
  const wanted = await wantedOf(place, rest, role);
  if (typeof wanted === "string")
    return answering(place, [text(wanted)], [offerOf(place, buttons.code, "code")]);
  const known = new Map((await findUsers(room.db, cohort)).map((each) => [each.user, each]));
  // Who is in the team may be asked to be something else in it.
  const isIn = ({ user }: Wanted) => known.get(user)?.role === role;
  const asked = wanted.filter((each) => !isIn(each));
  const there = wanted.filter(isIn).map(({ user, name }) => known.get(user)?.name ?? name);
  const names = asked.map(({ user, name }) => (name === "" ? user : name)).join(", ");
  return {
    ...answering(
      place,
      [
        ...(asked.length > 0
          ? [text(said(manages.added, { names, team: cohort.name })), text(manages.addedUntold)]
          : []),
        ...(there.length > 0 ? [text(said(manages.alreadyIn, { names: there.join(", ") }))] : []),
      ],
      [offerOf(place, buttons.summary, "summary"), offerOf(place, buttons.code, "code")],
    ),
    keep: async (db, { person, at }) => {
      const { channel, tenant } = cohort;
      for (const { user, name } of asked) {
        await invite(db, { cohort: cohort.id, to: { channel, tenant, user }, role, name }, at);
        await remember(db, { at, actor: person, act: "member-invite", subject: cohort.id, detail: role });
      }
      return true;
    },
  };
}

/** A sentence where it cannot be said who. */
async function wantedOf(place: Place, rest: string, role: Role): Promise<readonly Wanted[] | string> {
  const { room, words, cohort, named, from } = place;
  const { manages, marks } = words;
  // Whom the words name are people of the place where it was said.
  const isHere = from.channel === cohort.channel && from.tenant === cohort.tenant;
  const name = nameIn(splitAt(rest, marks.as).after ?? "");
  if (name.length > LONGEST_NAME) return said(manages.nameTooLong, { most: LONGEST_NAME });
  if (isHere && named.users.length > 0)
    return named.users.map((user) => ({ user, name: named.users.length === 1 ? name : "" }));
  // Managers and assessors are named one by one.
  if (!isHere || named.group === null || role !== "learner") return manages.addHow;
  const roster = await room.roster(cohort.channel, cohort.tenant, named.group);
  switch (roster.kind) {
    case "permission":
      return manages.groupPermission;
    case "unknown":
      return manages.groupUnknown;
    case "later":
      return manages.groupLater;
    case "people": {
      const people = roster.people.filter(({ user }) => user !== from.user);
      return people.length === 0 ? manages.groupNone : people;
    }
  }
}
