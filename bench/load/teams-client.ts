/** A person in Teams: messages with a token for what they type in their own chat, invokes for what they press. */
import type { Sent } from "../../test/crash/post.ts";
import { activityOf } from "../teams/activity.ts";
import { APP } from "../teams/issuer.ts";
import type { Client } from "./client.ts";
import type { Mailroom } from "./mailroom.ts";
import { isApology } from "./platform.ts";
import { type Json, jsonOf } from "./shown.ts";
import { conversationOf } from "./teams-platform.ts";
import { shownOn } from "./teams-shown.ts";

export interface TeamsSide {
  readonly mail: Mailroom;
  readonly serviceUrl: string;
  /** That holds now. */
  token(): string;
}

export function teamsClient({ mail, serviceUrl, token }: TeamsSide, user: string): Client {
  const own = `a:${user}`;
  const conversation = conversationOf(user);
  const sent = (done: object) => (): Sent => ({
    method: "POST",
    path: "/api/messages",
    headers: { "content-type": "application/json", authorization: `Bearer ${token()}` },
    body: JSON.stringify(activityOf({ conversation: own, user, serviceUrl }, done)),
  });
  return {
    patience: 15_000,
    conversation,
    type: (id, text) => ({
      turn: `teams:${APP.tenant}:message:${own}:${id}`,
      canBeApologisedFor: true,
      sent: sent({ type: "message", id, text, textFormat: "plain" }),
    }),
    press: (id, { message }, { press }) => ({
      turn: null,
      canBeApologisedFor: true,
      sent: sent({
        type: "invoke",
        name: "adaptiveCard/action",
        id,
        replyToId: message,
        value: { action: { type: "Action.Execute", ...press }, trigger: "manual" },
      }),
      heard(body) {
        const { value } = jsonOf(JSON.parse(body));
        if (typeof value === "string" && isApology(value)) return mail.apologise(conversation);
        show(mail, conversation, message, jsonOf(value));
      },
    }),
  };
}

/** The card that was pressed has become this one; where it is only closed, the reply comes by itself. */
function show(mail: Mailroom, conversation: string, message: string, card: Json): void {
  const shown = shownOn(card, message);
  if (!shown) return;
  const { number } = shown;
  const content = JSON.stringify(card.body);
  mail.arrive({ conversation, at: Date.now(), by: null, number, message, content }, shown);
}
