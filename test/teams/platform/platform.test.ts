/** What people do reaches the app in the shapes in which Teams was recorded. */
import { expect, test } from "vitest";
import { openBot } from "./bot.ts";

const TENANT = "11111111-1111-1111-1111-111111111111";
const AT = "2026-11-23T13:36:09.249Z";
const now = () => Date.parse(AT);
const tenant = { id: TENANT };
const bot = { id: "28:22222222-2222-2222-2222-222222222222", name: "Signpost" };
const UUID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const tess = { id: "29:tess", name: "Tess", aadObjectId: UUID };
const client = { type: "clientInfo", locale: "en-GB", country: "GB", timezone: "UTC" };

const said = {
  type: "message",
  id: UUID,
  from: tess,
  timestamp: AT,
  localTimestamp: "2026-11-23T13:36:09.249+00:00",
  localTimezone: "UTC",
  serviceUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/emea\/$/),
  recipient: bot,
  textFormat: "plain",
  locale: "en-GB",
  channelId: "msteams",
};
const mention = { type: "mention", mentioned: bot, text: "<at>Signpost</at>" };

test("words between a person and the bot come as they are", async () => {
  const { platform, heard } = await openBot({ now });
  expect((await platform.say("tess", "hello there")).status).toBe(200);
  expect(heard).toEqual([
    {
      ...said,
      text: "hello there",
      conversation: { conversationType: "personal", tenantId: TENANT, id: "a:tess" },
      entities: [{ ...client, platform: "Web" }],
      channelData: { tenant },
    },
  ]);
});

test("words in a group mention the bot", async () => {
  const { platform, heard } = await openBot({ now });
  const { id } = platform.group("SEND group", ["tess"]);
  await platform.say("tess", "members", { id });
  expect(heard).toEqual([
    {
      ...said,
      text: "<at>Signpost</at> members",
      conversation: { isGroup: true, conversationType: "groupChat", tenantId: TENANT, id },
      entities: [mention, { ...client, platform: "Web" }],
      channelData: { tenant },
    },
  ]);
});

test("words in a channel begin a thread, or go on in one", async () => {
  const { platform, heard } = await openBot({ now });
  const { id, team } = platform.channel("Support", "Trainees", ["tess"]);
  await platform.say("tess", "team", { id });
  const conversation = heard[0]?.conversation as { readonly id: string };
  await platform.say("tess", "again", conversation);
  await platform.say("tess", "anew", { id });
  expect(heard[0]).toEqual({
    ...said,
    text: "<at>Signpost</at> team",
    conversation: {
      isGroup: true,
      conversationType: "channel",
      tenantId: TENANT,
      id: `${id};messageid=${now()}`,
    },
    entities: [mention, client],
    channelData: {
      teamsChannelId: id,
      teamsTeamId: team?.id,
      tenant,
      team: { id: team?.id },
      channel: { id },
    },
  });
  expect(heard.map((each) => each.conversation)).toEqual([
    conversation,
    conversation,
    { ...conversation, id: `${id};messageid=${now() + 1}` },
  ]);
});

test("nobody speaks where they are not, nor to a bot that is not there", async () => {
  const { platform } = await openBot();
  const group = platform.group("SEND group", ["tess"]);
  await expect(platform.say("kim", "hello", group)).rejects.toThrow("kim is not in");
  await platform.uninstall(group);
  await expect(platform.say("tess", "hello", group)).rejects.toThrow("The bot is not in");
});

const installed = {
  type: "installationUpdate",
  id: UUID,
  from: { id: "29:tess", aadObjectId: UUID },
  timestamp: AT,
  serviceUrl: said.serviceUrl,
  recipient: bot,
  locale: "en-GB",
  entities: [{ type: "clientInfo", locale: "en-GB" }],
  action: "add",
  channelId: "msteams",
};
const { action: _action, locale: _locale, entities: _entities, ...common } = installed;
const added = { ...common, type: "conversationUpdate", membersAdded: [{ id: bot.id }] };

test("an installation for a person tells two things, and a removal one", async () => {
  const { platform, heard } = await openBot({ now });
  await platform.install("tess");
  const conversation = { conversationType: "personal", tenantId: TENANT, id: "a:tess" };
  const settings = { selectedChannel: { id: "a:tess" } };
  const update = {
    ...installed,
    conversation,
    channelData: { tenant, source: { name: "message" }, settings },
  };
  const membersAdded = [{ id: "29:tess", aadObjectId: UUID }, { id: bot.id }];
  expect(heard).toHaveLength(2);
  expect(heard).toEqual(
    expect.arrayContaining([update, { ...added, conversation, membersAdded, channelData: { tenant } }]),
  );
  await platform.uninstall("tess");
  expect(heard.slice(2)).toEqual([{ ...update, action: "remove" }]);
});

test("an installation in a group names it once, and one in a channel twice", async () => {
  const { platform, heard } = await openBot({ now });
  const [group, channel] = [
    platform.group("SEND group", ["tess"]),
    platform.channel("Support", "Trainees", ["tess"]),
  ];
  await platform.install(group);
  await platform.install(channel);
  const shared = { isGroup: true, tenantId: TENANT };
  const inGroup = { ...shared, conversationType: "groupChat", id: group.id };
  const inChannel = { ...shared, conversationType: "channel", id: channel.id, name: "Trainees" };
  const source = { name: "message" };
  const settings = ({ id }: { readonly id: string }) => ({ selectedChannel: { id } });
  const { team } = channel;
  expect(heard).toHaveLength(4);
  expect(heard).toEqual(
    expect.arrayContaining([
      {
        ...installed,
        conversation: { ...inGroup, name: "SEND group" },
        channelData: { tenant, source, settings: settings(group) },
      },
      { ...added, conversation: inGroup, channelData: { tenant } },
      {
        ...installed,
        conversation: inChannel,
        channelData: { tenant, team, channel: { id: channel.id }, source, settings: settings(channel) },
      },
      {
        ...added,
        conversation: inChannel,
        channelData: { tenant, team, eventType: "teamMemberAdded", settings: settings(channel) },
      },
    ]),
  );
});

test("the channel General has no name", async () => {
  const { platform, heard } = await openBot();
  await platform.install(platform.channel("Support", "General", ["tess"]));
  expect(heard.map(({ conversation }) => Object.keys(conversation as object).includes("name"))).toEqual([
    false,
    false,
  ]);
});

test("what was sent can be sent again, and anything else beside", async () => {
  const { platform, heard } = await openBot();
  await platform.resend(await platform.say("tess", "hello"));
  await platform.raw({ type: "event" }, { headers: { "x-extra": "1" } });
  expect(heard[1]).toEqual(heard[0]);
  expect(heard[2]).toEqual({ type: "event" });
});

test("a platform that does not know where the app is says so", async () => {
  const { platform } = await openBot();
  platform.app = "";
  await expect(platform.say("tess", "hello")).rejects.toThrow("set `app`");
});
