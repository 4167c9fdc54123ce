/** The Bot Connector of Teams on this computer: it takes messages and notes them, with as little work as it can. */
import { conversationId } from "../../src/store/conversations.ts";
import { APP } from "../teams/issuer.ts";
import type { Mailroom } from "./mailroom.ts";
import { isApology, openPlatform, type Platform } from "./platform.ts";
import { jsonOf } from "./shown.ts";
import { cardIn, shownOn } from "./teams-shown.ts";

const ACTIVITIES = /^\/v3\/conversations\/a%3A([\w-]+)\/activities(?:\/(\w+))?$/;

export function openTeamsPlatform(mail: Mailroom): Promise<Platform> {
  let count = 0;
  return openPlatform(({ method, path, by, body }) => {
    const [, user, changed] = ACTIVITIES.exec(path) ?? [];
    if (user === undefined) return { id: "0" };
    const activity = jsonOf(JSON.parse(body));
    count += 1;
    const id = method === "PUT" && changed ? changed : String(count);
    if (activity.type === "typing") return { id };
    const conversation = conversationOf(user);
    const card = cardIn(activity);
    const shown = card && shownOn(card, id);
    // A card that is changed and has nothing to press any more is only closed.
    if (method === "PUT" && !shown) return { id };
    if (isApology(String(activity.text))) mail.apologise(conversation);
    else {
      const content = card ? JSON.stringify(card.body) : String(activity.text);
      mail.arrive(
        { conversation, at: Date.now(), by, number: shown?.number ?? null, message: id, content },
        shown,
      );
    }
    return { id };
  });
}

/** `user`: their id in the directory, as their own chat is named after. */
export function conversationOf(user: string): string {
  return conversationId({ channel: "teams", tenant: APP.tenant }, user);
}
