/** The Teams door as `signpost start` builds it, but for whom it believes and where it may answer: both on this computer. */
import type { Door } from "../../src/app/door.ts";
import { teamsDoor } from "../../src/app/teams-door.ts";
import { openIdentity } from "../../src/channels/teams/identity.ts";
import { APP, addressesOf } from "../teams/issuer.ts";

/** `metadata`: where the issuer's keys are; `token`: by which the service knows this program. */
export function teamsDoorHere(metadata: string, token: string): Door {
  const app = { ...APP, password: "load" };
  return teamsDoor(
    { app },
    {
      serviceHosts: ["127.0.0.1"],
      identity: (now) => ({ ...openIdentity(app, now, addressesOf(metadata)), token: async () => token }),
    },
  );
}
