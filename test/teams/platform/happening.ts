/** What Teams tells the app, each in the shape in which it was recorded. */
import { randomUUID } from "node:crypto";
import type { Json } from "../../slack/workspace/block.ts";
import type { Activity } from "./activity.ts";
import { conversationId, type Person, type Spot } from "./place.ts";
import type { Tenancy } from "./tenancy.ts";

/** Who does something, and where. */
export interface Doing extends Spot {
  readonly person: Person;
}

/** An action of a card with what was entered. */
export interface Pressed {
  readonly type: string;
  readonly id?: unknown;
  readonly title?: unknown;
  readonly verb?: unknown;
  readonly data: Json;
}

export interface Happenings {
  /** Words; in a group and a channel Teams passes on only those that mention the bot. There `@amy` mentions Amy. */
  message(doing: Doing, text: string): Activity;
  /** What Action.Submit sends: a message without words. */
  submit(doing: Doing, replyToId: string, value: Json): Activity;
  /** What Action.Execute sends, and waits for an answer. */
  execute(doing: Doing, replyToId: string, action: Pressed): Activity;
  installation(doing: Doing, action: "add" | "remove"): Activity;
  membersAdded(doing: Doing): Activity;
}

const LOCALE = "en-GB";

/** `serviceUrl` is where the app may answer. */
export function newHappenings(tenancy: Tenancy, serviceUrl: () => string): Happenings {
  const { bot } = tenancy;
  const tenant = { id: tenancy.tenant };
  const source = { name: "message" };

  const happening = (type: string, doing: Doing, more: Json): Activity => ({
    type,
    id: randomUUID(),
    timestamp: new Date(tenancy.now()).toISOString(),
    serviceUrl: serviceUrl(),
    recipient: bot,
    channelId: "msteams",
    conversation: conversationOf(doing),
    ...more,
  });

  const conversationOf = ({ place, thread }: Spot): Json => ({
    ...(place.kind !== "personal" && { isGroup: true }),
    conversationType: place.kind,
    tenantId: tenancy.tenant,
    id: conversationId({ place, thread }),
  });
  const named = ({ place }: Doing): Json => ({
    ...conversationOf({ place, thread: null }),
    ...(place.name !== null && { name: place.name }),
  });

  /** What a person does, with where and by whom it is done. */
  const done = (type: string, doing: Doing, { entities = [], channelData, ...more }: Done): Activity => {
    const { person, place } = doing;
    const { id, name, aadObjectId } = person;
    const platform = tenancy.phones.has(person.user) ? "iOS" : "Web";
    const client = { country: "GB", ...(place.kind !== "channel" && { platform }), timezone: "UTC" };
    return happening(type, doing, {
      from: { id, name, aadObjectId },
      localTimestamp: new Date(tenancy.now()).toISOString().replace("Z", "+00:00"),
      localTimezone: "UTC",
      locale: LOCALE,
      entities: [...entities, { type: "clientInfo", locale: LOCALE, ...client }],
      channelData: { ...channelOf(doing), tenant, ...channelData },
      ...more,
    });
  };

  const installer = ({ person }: Doing): Json => ({ id: person.id, aadObjectId: person.aadObjectId });

  return {
    message(doing, text) {
      const plain = { textFormat: "plain" };
      if (doing.place.kind === "personal") return done("message", doing, { ...plain, text });
      const mention = { type: "mention", mentioned: bot, text: `<at>${bot.name}</at>` };
      const others = [...doing.place.members].filter(({ user }) => text.includes(`@${user}`));
      const written = others.reduce((so, { user, name }) => so.replace(`@${user}`, `<at>${name}</at>`), text);
      const mentions = others.map(({ id, name }) => ({
        type: "mention",
        mentioned: { id, name },
        text: `<at>${name}</at>`,
      }));
      const entities = [mention, ...mentions];
      return done("message", doing, { ...plain, text: `${mention.text} ${written}`, entities });
    },

    submit: (doing, replyToId, value) =>
      done("message", doing, { replyToId, value, channelData: { source } }),

    execute: (doing, replyToId, action) =>
      done("invoke", doing, {
        name: "adaptiveCard/action",
        replyToId,
        value: { action },
        channelData: { source },
      }),

    installation(doing, action) {
      const { id, team } = doing.place;
      const settings = { selectedChannel: { id } };
      return happening("installationUpdate", doing, {
        from: installer(doing),
        conversation: named(doing),
        locale: LOCALE,
        entities: [{ type: "clientInfo", locale: LOCALE }],
        channelData: { tenant, ...(team && { team, channel: { id } }), source, settings },
        action,
      });
    },

    membersAdded(doing) {
      const { id, kind, team } = doing.place;
      const who = installer(doing);
      const channel = { team, eventType: "teamMemberAdded", settings: { selectedChannel: { id } } };
      return happening("conversationUpdate", doing, {
        from: who,
        conversation: kind === "groupChat" ? conversationOf(doing) : named(doing),
        membersAdded: [...(kind === "personal" ? [who] : []), { id: bot.id }],
        channelData: { tenant, ...(team && channel) },
      });
    },
  };
}

interface Done extends Json {
  readonly entities?: readonly Json[];
  readonly channelData?: Json;
}

function channelOf({ place }: Doing): Json {
  const { id, team } = place;
  if (!team) return {};
  return { teamsChannelId: id, teamsTeamId: team.id, team: { id: team.id }, channel: { id } };
}
