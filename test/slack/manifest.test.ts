/** The manifest of the Slack app: what Slack takes, no wider than what is built, and explained to who installs it. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import messages from "../../conversations/messages.json" with { type: "json" };
import manifest from "../../manifest.json" with { type: "json" };
import { addresses, at, changed, type Json, stretched, tableUnder } from "../manifest.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MANIFEST = readText("manifest.json");
const GUIDE = readText("docs/slack.md");
/** Where a feature can be seen: what the manifest offers, and the code that hears and speaks. */
const BUILT = [
  JSON.stringify(manifest.features),
  ...readdirSync(`${ROOT}src/channels/slack`).map((name) => readText(`src/channels/slack/${name}`)),
].join("\n");
/** Version 2 of slackapi/manifest-schema, as Slack publishes it. */
const schema = z.fromJSONSchema(JSON.parse(readText("test/slack/manifest.schema.json")));

const HOST = "signpost.example.org";
const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
const events = manifest.settings.event_subscriptions.bot_events;
/** What people say for each command, the usual words first. */
const commands: readonly (readonly string[])[] = Object.values(messages.commands);
const phrases = commands.flat();

function readText(name: string): string {
  return readFileSync(`${ROOT}${name}`, "utf8");
}

/** The places of what Slack would not take. */
function flaws(value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? []).map(({ path }) => path.join("."));
}

const LIMITS: readonly { path: string; most: number; least?: number }[] = [
  { path: "display_information.name", most: 35 },
  { path: "display_information.description", most: 140 },
  { path: "display_information.long_description", most: 4_000, least: 175 },
  { path: "features.bot_user.display_name", most: 80 },
  { path: "features.shortcuts", most: 10 },
  { path: "features.shortcuts.0.name", most: 24 },
  { path: "features.shortcuts.1.name", most: 24 },
  { path: "features.shortcuts.0.description", most: 150 },
  { path: "features.shortcuts.1.description", most: 150 },
  { path: "features.slash_commands", most: 50 },
  { path: "features.slash_commands.0.command", most: 32 },
  { path: "features.slash_commands.0.description", most: 2_000 },
  { path: "features.slash_commands.0.usage_hint", most: 1_000 },
  { path: "features.agent_view.agent_description", most: 300 },
  { path: "features.agent_view.suggested_prompts", most: 4 },
  { path: "settings.event_subscriptions.bot_events", most: 100 },
  { path: "oauth_config.scopes.bot", most: 255 },
  { path: "oauth_config.scopes.bot_optional", most: 255 },
  { path: "oauth_config.redirect_urls", most: 1_000 },
];

/** Every scope and event that may be asked for, and a sign of its feature. */
const SCOPES: Readonly<Record<string, string>> = {
  "app_mentions:read": '"app_mention"',
  "assistant:write": '"agent_view"',
  "chat:write": '"chat.postMessage"',
  commands: "app.command(",
  "files:write": '"files.getUploadURLExternal"',
  "im:history": '"message"',
  "im:write": '"conversations.open"',
  "usergroups:read": '"usergroups.users.list"',
};
const EVENTS: Readonly<Record<string, string>> = {
  app_home_opened: '"app_home_opened"',
  app_mention: '"app_mention"',
  app_uninstalled: '"app_uninstalled"',
  "message.im": '"message"',
  tokens_revoked: '"tokens_revoked"',
};

function withoutUse(names: readonly string[], uses: Readonly<Record<string, string>>): string[] {
  return names.filter((name) => !BUILT.includes(uses[name] ?? "nobody uses it"));
}

describe("the manifest", () => {
  test("is one that Slack takes", () => {
    expect(flaws(manifest)).toEqual([]);
  });

  test.each(LIMITS)("keeps $path within $most, and one more is refused", ({ path, most, least = 1 }) => {
    const value = at(structuredClone(manifest), path) as string | Json[];
    expect(value.length).toBeGreaterThanOrEqual(least);
    expect(value.length).toBeLessThanOrEqual(most);
    expect(flaws(changed(manifest, path, stretched(value, most)))).toEqual([]);
    expect(flaws(changed(manifest, path, stretched(value, most + 1)))).toEqual([path]);
  });

  test("has a long description that is refused where it is too short", () => {
    const path = "display_information.long_description";
    expect(flaws(changed(manifest, path, "x".repeat(174)))).toEqual([path]);
  });

  test("has a colour that Slack can read", () => {
    // The schema says so under a name that no validator knows.
    expect(manifest.display_information.background_color).toMatch(/^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/);
  });

  test("asks for no scope and no event that nothing uses", () => {
    expect(withoutUse([...bot, ...optional], SCOPES)).toEqual([]);
    expect(withoutUse(events, EVENTS)).toEqual([]);
    expect(withoutUse(["users:read", "commands"], SCOPES)).toEqual(["users:read"]);
  });

  test("asks for the scopes without which its events never come", () => {
    expect([...events, ...bot]).toEqual(expect.arrayContaining(["app_mention", "app_mentions:read"]));
    expect([...events, ...bot]).toEqual(expect.arrayContaining(["message.im", "im:history"]));
  });

  test("asks for nothing in the name of a person", () => {
    expect(Object.keys(manifest.oauth_config.scopes).sort()).toEqual(["bot", "bot_optional"]);
  });

  test("names one host in every address, so that it is replaced in one go", () => {
    const all = addresses(structuredClone(manifest));
    const paths = ["/slack/events", "/slack/oauth_redirect", "/slack/events", "/slack/events"];
    expect(all.map(({ href }) => href)).toEqual(paths.map((path) => `https://${HOST}${path}`));
    const replaced = addresses(JSON.parse(MANIFEST.replaceAll(HOST, "bot.college.ac.uk")));
    expect(replaced.filter(({ origin }) => origin !== "https://bot.college.ac.uk")).toEqual([]);
  });

  test("suggests only words that the bot understands", () => {
    const { suggested_prompts: prompts } = manifest.features.agent_view;
    const hints = manifest.features.slash_commands.flatMap(({ usage_hint }) => usage_hint.split(" · "));
    expect(prompts.map(({ message }) => message).filter((word) => !phrases.includes(word))).toEqual([]);
    expect(hints.filter((hint) => !phrases.some((word) => `${hint} `.startsWith(`${word} `)))).toEqual([]);
  });

  test("becomes one for development by the command in the guide: no address, a socket, a token that stays", () => {
    const command = /^(grep -v [^\n]+)$/m.exec(GUIDE)?.[1] ?? "exit 1";
    const made = JSON.parse(execFileSync("sh", ["-c", command], { cwd: ROOT, encoding: "utf8" }));
    expect(flaws(made)).toEqual([]);
    expect(addresses(made)).toEqual([]);
    expect(made.settings).toMatchObject({ socket_mode_enabled: true, token_rotation_enabled: false });
    expect(made.oauth_config.scopes).toEqual(manifest.oauth_config.scopes);
  });
});

describe("the guide", () => {
  test("gives a reason for every scope and every event, and for no other", () => {
    const scopes = tableUnder(GUIDE, "What it may do, and why");
    const heard = tableUnder(GUIDE, "What it is told, and why");
    expect([...scopes.keys()].sort()).toEqual([...bot, ...optional].sort());
    expect([...heard.keys()].sort()).toEqual([...events].sort());
    expect([...scopes.values(), ...heard.values()].filter((why) => why.length < 20)).toEqual([]);
  });

  test("names every command that the bot understands, and no other", () => {
    const named = [...tableUnder(GUIDE, "What people can do").keys()].flatMap((key) => key.split(", "));
    expect(named.sort()).toEqual(commands.map(([usual]) => usual).sort());
  });

  test("answers every row of Slack's checklist", () => {
    const rows = tableUnder(GUIDE, "The checklist");
    expect([...rows.keys()]).toEqual(Array.from({ length: 42 }, (_, place) => String(place + 1)));
    expect([...rows.values()].filter((row) => !/ \| (yes|in part|no|not needed): \S/.test(row))).toEqual([]);
  });
});
