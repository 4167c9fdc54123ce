/** The doors: every channel that the configuration opens. */
import { registerPage } from "../channels/web/web.ts";
import type { Config } from "../config.ts";
import { NO_LIMIT } from "../limits.ts";
import type { Door } from "./door.ts";
import { newTurnId } from "./house.ts";
import { live } from "./live.ts";
import { previewsOf } from "./previews.ts";
import { ROOT } from "./root.ts";

export async function doorsOf({ web, slack, teams }: Config): Promise<Door[]> {
  return [
    ...(web ? [pageDoor(web)] : []),
    // The platforms' libraries are only loaded where they are needed.
    ...(slack ? [(await import("./slack-door.ts")).slackDoor(slack)] : []),
    ...(teams ? [(await import("./teams-door.ts")).teamsDoor(teams)] : []),
  ];
}

function pageDoor(web: NonNullable<Config["web"]>): Door {
  return async ({ server, bot, library, fault, addresses }) => {
    await registerPage(server, bot, {
      ...web,
      root: ROOT,
      words: live(() => library.page),
      previews: previewsOf(library),
      newId: newTurnId,
      // Whoever sits at this computer is not limited.
      addresses: web.isPublic ? addresses : NO_LIMIT,
      fault,
    });
    return null;
  };
}
