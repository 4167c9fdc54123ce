/** What people read who are asked to join a team, or are in one. */
import { z } from "zod";
import { sentence, sentences, wording } from "../../facts/wording.ts";

export const joinsSchema = z.strictObject({
  invited: wording("team", "managers"),
  sees: sentences.describe("What managers and assessors of the team will see, a line each"),
  seesTitle: sentence,
  seesNot: sentence,
  ask: sentence,
  askNamed: wording("name"),
  invitedAs: wording("team", "role", "managers"),
  nameNeeded: sentence,
  nameTooLong: wording("most"),
  agreed: wording("team", "name"),
  agreedAs: wording("team", "role"),
  declined: wording("team"),
  noInvitation: sentence,
  whichInvitation: sentence,
  codeHow: sentence,
  badCode: sentence,
  alreadyIn: wording("team"),
  left: wording("team"),
  leftNothing: sentence,
  leaveWhich: sentence,
  leaveLast: wording("team"),
  nobodySees: sentence,
  seenBy: wording("team", "managers", "name", "date"),
  seenAs: wording("team", "role"),
});
