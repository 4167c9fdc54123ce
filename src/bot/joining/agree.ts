/** agree and decline: the answer to an invitation. */
import { text } from "../../chat/reply.ts";
import { plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { remember } from "../../store/audit.ts";
import { findInvitations, type Invited, takeInvitation } from "../../store/invitations.ts";
import { addMember } from "../../store/members.ts";
import { type Asker, type Command, looking, type Outcome } from "../commands/command.ts";
import { progressNow } from "../progress.ts";
import { splitAt } from "../team/line.ts";
import { LONGEST_NAME, nameIn } from "../team/names.ts";
import { answered } from "./answered.ts";
import { seeingOffers } from "./seen.ts";

export const agree: Command = {
  word: "agree",
  run: (_, __, rest) => looking((asker) => agreed(asker, rest)),
};
export const decline: Command = {
  word: "decline",
  run: (_, __, rest) => looking((asker) => declined(asker, rest)),
};

async function agreed(asker: Asker, typed: string): Promise<Outcome> {
  const { room, from, found } = asker;
  const { joins, roles, marks } = room.desk.cohortWords;
  const invitations = await findInvitations(room.db, from, found.person.id);
  const { before, after } = splitAt(typed, marks.as);
  const meant = meantOf(invitations, before);
  if (invitations.length === 0) return answered(asker, text(joins.noInvitation));
  if (!meant) return which(asker, invitations, "agree", after);
  // Nobody agrees before they were told what to; the reply to this turn tells them.
  if (!meant.isTold) return answered(asker);
  const name = nameIn(after ?? (meant.name === "" ? before.replace(/^#\S+/, "") : meant.name));
  if (name === "") return answered(asker, text(joins.nameNeeded));
  if (name.length > LONGEST_NAME)
    return answered(asker, text(said(joins.nameTooLong, { most: LONGEST_NAME })));
  const { role, cohort, cohortName: team } = meant;
  const membership = room.newId();
  const says =
    role === "learner"
      ? said(joins.agreed, { team, name })
      : said(joins.agreedAs, { team, role: roles[role] });
  return {
    ...answered(asker, text(says), seeingOffers(asker)),
    keep: async (db, { person, at }) => {
      if (!(await takeInvitation(db, meant))) return false;
      await addMember(db, cohort, { id: membership, person, role, name, agreedAt: at });
      if (role === "learner")
        await progressNow(db, room, { ...found, person: { ...found.person, id: person } }, at);
      await remember(db, { at, actor: person, act: "member-join", subject: cohort });
      return true;
    },
  };
}

async function declined(asker: Asker, typed: string): Promise<Outcome> {
  const { room, from, found } = asker;
  const { joins } = room.desk.cohortWords;
  const invitations = await findInvitations(room.db, from, found.person.id);
  const meant = meantOf(invitations, typed);
  if (invitations.length === 0) return answered(asker, text(joins.noInvitation));
  if (!meant) return which(asker, invitations, "decline", null);
  return {
    ...answered(asker, text(said(joins.declined, { team: meant.cohortName }))),
    keep: async (db, { person, at }) => {
      if (!(await takeInvitation(db, meant))) return false;
      await remember(db, { at, actor: person, act: "member-decline", subject: meant.cohort });
      return true;
    },
  };
}

/** By the id on a button, by the team's name, or the only one there is. */
function meantOf(invitations: readonly Invited[], typed: string): Invited | undefined {
  const id = /^#(\S+)/.exec(typed)?.[1];
  if (id !== undefined) return invitations.find(({ cohort }) => cohort === id);
  const named = invitations.find(({ cohortName }) => plain(cohortName) === plain(typed));
  return named ?? (invitations.length === 1 ? invitations[0] : undefined);
}

function which(
  asker: Asker,
  invitations: readonly Invited[],
  word: "agree" | "decline",
  name: string | null,
): Outcome {
  const { room } = asker;
  const { joins, marks } = room.desk.cohortWords;
  const [command = ""] = room.desk.interview.words.commands[word];
  const choices = invitations.map(({ cohort, cohortName }) => ({
    id: [command, `#${cohort}`, ...(name ? [marks.as[0], name] : [])].join(" "),
    label: cohortName,
  }));
  return answered(asker, text(joins.whichInvitation), choices);
}
