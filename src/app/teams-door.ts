/** The Teams door, built from what is configured: a bot of one directory, or one that knows nobody to try it with. */
import { SERVICE_HOSTS } from "../channels/teams/gate.ts";
import { type Identity, openIdentity } from "../channels/teams/identity.ts";
import { TEAMS } from "../channels/teams/reference.ts";
import { openTeams } from "../channels/teams/teams.ts";
import type { Config } from "../config.ts";
import type { Door } from "./door.ts";
import { newTurnId } from "./house.ts";
import { live } from "./live.ts";
import { referencesOf } from "./references.ts";

type TeamsConfig = NonNullable<Config["teams"]>;

/** Where a local client takes replies. */
const HERE = ["127.0.0.1", "localhost"];

/** Whom it believes, and where it may answer. */
export interface Trust {
  readonly serviceHosts: readonly string[];
  identity(passed: () => number): Identity;
}

export function teamsDoor({ app }: TeamsConfig, trust: Trust = trustOf(app)): Door {
  return ({ server, bot, library, db, now, passed, poke, fault, request, complain }) => {
    return openTeams(server, bot, {
      words: live(() => library.teams),
      help: live(() => {
        const { commands, says } = library.interview.words;
        return { phrases: commands.help, lines: says.helpCommands };
      }),
      gate: { app, serviceHosts: trust.serviceHosts, now },
      identity: trust.identity(passed),
      references: referencesOf(db, TEAMS, () => new Date(now())),
      now,
      passed,
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

function trustOf(app: TeamsConfig["app"]): Trust {
  return { serviceHosts: app ? SERVICE_HOSTS : HERE, identity: (passed) => openIdentity(app, passed) };
}
