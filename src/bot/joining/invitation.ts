/** What somebody is asked who is to join a team, with all that will be seen of them. */
import { type Choice, type Part, text } from "../../chat/reply.ts";
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
export async function inviting(asker: Pick<Asker, "room">, invited: Invited): Promise<Outcome> {
  return answered(asker, ...(await invitationParts(asker, invited)), answers(asker, invited));
}

/** Where no name was given, agreeing takes typing one. */
export function answers({ room }: Pick<Asker, "room">, { cohort, name }: Invited): Choice[] {
  const { buttons } = room.desk.cohortWords;
  const { agree, decline } = room.desk.interview.words.commands;
  const agreeing = name === "" ? [] : [{ id: `${agree[0]} #${cohort}`, label: buttons.agree }];
  return [...agreeing, { id: `${decline[0]} #${cohort}`, label: buttons.decline }];
}
