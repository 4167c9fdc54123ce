/** What stands around everything that somebody does in their own chat in Teams. */
import { APP } from "./issuer.ts";

/** `user`: the person's id in the directory. */
export interface Where {
  readonly conversation: string;
  readonly user: string;
  readonly serviceUrl: string;
}

/** `done`: what they did, such as a message with its text. */
export function activityOf({ conversation, user, serviceUrl }: Where, done: object): object {
  const tenant = { id: APP.tenant };
  return {
    locale: "en-GB",
    channelId: "msteams",
    serviceUrl,
    timestamp: new Date().toISOString(),
    localTimezone: "Europe/London",
    from: { id: `29:${conversation}`, name: "Pat", aadObjectId: user },
    recipient: { id: `28:${APP.id}`, name: "Signpost" },
    conversation: { conversationType: "personal", tenantId: tenant.id, id: conversation },
    entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web" }],
    channelData: { tenant },
    ...done,
  };
}
