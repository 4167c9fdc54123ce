/** A person in Slack: signed events for what they type in their direct message, signed clicks for what they press. */
import { conversationId } from "../../src/store/conversations.ts";
import type { Sent } from "../../test/crash/post.ts";
import { FORM, JSON_TYPE, signatureOf } from "../../test/slack/workspace/signing.ts";
import { clickPayload, SIGNING_SECRET, TEAM } from "../slack/clicks.ts";
import type { Client } from "./client.ts";
import { jsonOf } from "./shown.ts";

export function slackClient(user: string): Client {
  return {
    patience: 3_000,
    conversation: conversationId({ channel: "slack", tenant: TEAM }, user),
    type(id, words) {
      const body = JSON.stringify(eventOf(user, id, words));
      const sent = (time: number) => signed(body, JSON_TYPE, time);
      return { turn: `slack:${TEAM}:${id}`, canBeApologisedFor: false, sent };
    },
    press(id, { message }, { press }) {
      const payload = clickPayload({
        user,
        message,
        trigger: id,
        action: jsonOf(press.action),
        values: jsonOf(press.values),
      });
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      return { turn: null, canBeApologisedFor: true, sent: () => signed(body, FORM, 0) };
    },
  };
}

/** Slack signs what it sends again anew, and says so. */
function signed(body: string, type: string, time: number): Sent {
  const again =
    time === 0
      ? {}
      : { "x-slack-retry-num": String(Math.min(time, 3)), "x-slack-retry-reason": "http_error" };
  const headers = { "content-type": type, ...signatureOf(SIGNING_SECRET, body, Date.now()), ...again };
  return { method: "POST", path: "/slack/events", headers, body };
}

function eventOf(user: string, id: string, text: string): object {
  const ts = `${Math.floor(Date.now() / 1_000)}.000100`;
  return {
    token: "unused",
    team_id: TEAM,
    api_app_id: "A0BENCH",
    event: { type: "message", channel_type: "im", channel: `D${user}`, user, text, ts, event_ts: ts },
    type: "event_callback",
    event_id: id,
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: "UBOT", is_bot: true, is_enterprise_install: false },
    ],
  };
}
