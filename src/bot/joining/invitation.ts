/** What somebody is asked who is to join a team, with all that will be seen of them. */
import { type Part, text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import type { Invited } from "../../store/invitations.ts";
import type { Asker, Outcome } from "../commands/command.ts";
import { answered, managersOf } from "./answered.ts";

export async function invitationParts(asker: Pick<Asker, "room">, invited: Invited): Promise<Part[]> {
  const { room } = asker;
  const { joins, roles } = room.desk.cohortWords;
  const { cohortName: team, role, name } = invited;
  const managers = await managersOf(asker, invited.cohort);
  if (role !== "learner")
    return [text(said(joins.invitedAs, { team, role: roles[role], managers })), text(joins.nameNeeded)];
  return [
    text(said(joins.invited, { team, managers })),
    { kind: "list", title: joins.seesTitle, items: joins.sees },
    text(joins.seesNot),
    text(name === "" ? joins.ask : said(joins.askNamed, { name })),
  ];
}

/** The same, with buttons. */
export async function inviting(asker: Asker, invited: Invited): Promise<Outcome> {
  const parts = await invitationParts(asker, invited);
  const { buttons } = asker.room.desk.cohortWords;
  const words = asker.room.desk.interview.words.commands;
  const { cohort, name } = invited;
  const agreeing = name === "" ? [] : [{ id: `${words.agree[0]} #${cohort}`, label: buttons.agree }];
  const declining = { id: `${words.decline[0]} #${cohort}`, label: buttons.decline };
  return answered(asker, ...parts, [...agreeing, declining]);
}
