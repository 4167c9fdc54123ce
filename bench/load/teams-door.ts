/** The Teams door as `signpost start` builds it, but for whom it believes and where it may answer: both on this computer. */
import type { Door } from "../../src/app/door.ts";
import { newTurnId } from "../../src/app/house.ts";
import { referencesOf } from "../../src/app/references.ts";
import { openIdentity } from "../../src/channels/teams/identity.ts";
import { TEAMS } from "../../src/channels/teams/reference.ts";
import { openTeams } from "../../src/channels/teams/teams.ts";
import { APP, addressesOf } from "../teams/issuer.ts";

/** `metadata`: where the issuer's keys are; `token`: by which the service knows this program. */
export function teamsDoorHere(metadata: string, token: string): Door {
  return ({ server, bot, library, db, poke, fault, request, complain }) => {
    const { commands, says } = library.interview.words;
    const app = { ...APP, password: "load" };
    return openTeams(server, bot, {
      words: library.teams,
      help: { phrases: commands.help, lines: says.helpCommands },
      gate: { app, serviceHosts: ["127.0.0.1"], now: Date.now },
      identity: { ...openIdentity(app, Date.now, addressesOf(metadata)), token: async () => token },
      references: referencesOf(db, TEAMS, () => new Date()),
      now: Date.now,
      later(milliseconds, work) {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
      newId: newTurnId,
      poke,
      count: (outcome) => request(TEAMS, outcome),
      fault(turn, error) {
        server.log.error({ turn, err: error }, "a fault in Teams");
        fault(TEAMS);
      },
      complain,
    });
  };
}
