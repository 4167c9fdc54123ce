/** join CODE: asks to be in a team; it takes agreeing to be in it. */
import { text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import { findByCode, findMemberships } from "../../store/cohorts.ts";
import { type Invited, invite } from "../../store/invitations.ts";
import { type Asker, type Command, looking, type Outcome } from "../commands/command.ts";
import { answered } from "./answered.ts";
import { inviting } from "./invitation.ts";

export const join: Command = {
  word: "join",
  run: (_, __, rest) => looking((asker) => joined(asker, rest)),
};

async function joined(asker: Asker, typed: string): Promise<Outcome> {
  const { room, from, found } = asker;
  const { joins } = room.desk.cohortWords;
  const code = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (code === "") return answered(asker, text(joins.codeHow));
  const written = `${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}`;
  const cohort = await findByCode(room.db, from, written);
  if (!cohort) return answered(asker, text(joins.badCode));
  const mine = await findMemberships(room.db, found.person.id);
  if (mine.some((each) => each.cohort.id === cohort.id))
    return answered(asker, text(said(joins.alreadyIn, { team: cohort.name })));
  const { channel, tenant, user } = from;
  const invited: Invited = {
    cohort: cohort.id,
    cohortName: cohort.name,
    to: { channel, tenant, user },
    role: "learner",
    name: "",
    isTold: true,
  };
  return {
    ...(await inviting(asker, invited)),
    keep: async (db, { at }) => {
      await invite(db, invited, at, at);
      return true;
    },
  };
}
