/** A few lines that answer as an app does: the app under test of the stand-in's own tests. */
import { onTestFinished } from "vitest";
import { readJson } from "../../slack/workspace/signing.ts";
import { type Activity, CARD } from "./activity.ts";
import { openLoopback } from "./loopback.ts";
import { openPlatform, type Platform, type PlatformOptions } from "./platform.ts";
import { NOTICE } from "./press.ts";

export interface Spoken {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

export interface Bot {
  readonly platform: Platform;
  /** What the app was told, in order. */
  readonly heard: Activity[];
  /** Asks the connector; the path begins after `/v3/conversations`, its ids encoded. */
  ask(method: string, path: string, body?: unknown): Promise<Spoken>;
  /** Says this in the conversation with that id, and gives the id of what was said. */
  speak(conversation: string, activity: object): Promise<string>;
}

/** Until the test is finished; `answer` gives what the app answers to an activity. */
export async function openBot(
  options: PlatformOptions = {},
  answer: (activity: Activity) => unknown = () => ({}),
): Promise<Bot> {
  const platform = await openPlatform(options);
  const heard: Activity[] = [];
  const app = await openLoopback(({ text }) => {
    const activity = readJson(text) as Activity;
    heard.push(activity);
    return { status: 200, body: answer(activity) };
  });
  platform.app = app.origin;
  onTestFinished(async () => {
    await Promise.all([app.close(), platform.close()]);
  });
  const ask: Bot["ask"] = async (method, path, body) => {
    const response = await fetch(`${platform.connector.serviceUrl}v3/conversations${path}`, {
      method,
      headers: { authorization: "Bearer the app's own", "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status, headers } = response;
    return { status, retryAfter: headers.get("retry-after"), body: readJson(await response.text()) };
  };
  return {
    platform,
    heard,
    ask,
    async speak(conversation, activity) {
      const { status, body } = await ask("POST", activitiesOf(conversation), activity);
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      return (body as { id: string }).id;
    },
  };
}

export function activitiesOf(conversation: string): string {
  return `/${encodeURIComponent(conversation)}/activities`;
}

export const words = (text: string) => ({ type: "message", text });

/** A message with one card of these elements and actions. */
export const shows = (body: readonly object[], actions: readonly object[] = []) => ({
  type: "message",
  attachments: [{ contentType: CARD, content: adaptiveCard(body, actions) }],
});

export const adaptiveCard = (body: readonly object[], actions: readonly object[] = []) => ({
  type: "AdaptiveCard" as const,
  version: "1.5",
  body,
  actions,
});

/** An action with a fallback for clients that do not know it. */
export const execute = (title: string, verb: string, data: object = {}) => ({
  type: "Action.Execute",
  title,
  verb,
  data,
  fallback: { type: "Action.Submit", title, data: { ...data, verb } },
});

/** Tess before this card, and an app that answers so to what she presses. */
export async function showing(
  body: readonly object[],
  actions: readonly object[],
  answer: (activity: Activity) => unknown = () => ({ statusCode: 200, type: NOTICE, value: "Kept" }),
) {
  const bot = await openBot({}, answer);
  const id = await bot.speak(bot.platform.personal("tess").id, shows(body, actions));
  return { ...bot, shown: { id } };
}
