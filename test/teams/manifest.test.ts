/** The manifest of the Teams app: what Teams takes, the words that the bot knows, and explained to who installs it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import messages from "../../conversations/messages.json" with { type: "json" };
import packageFile from "../../package.json" with { type: "json" };
import manifest from "../../teams/manifest.json" with { type: "json" };
import { addresses, at, changed, type Json, stretched, tableUnder } from "../manifest.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const GUIDE = readFileSync(`${ROOT}docs/teams.md`, "utf8");
const HOST = "signpost.example.org";
/** What people say for each command, the usual words first. */
const usual = Object.values(messages.commands).map(([first = ""]) => first);
const [bot] = manifest.bots;
const lists = bot?.commandLists ?? [];

// The schemas are in the package; nobody is asked for them.
beforeAll(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("nothing is fetched here")));
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** The places of what Teams would not take. */
async function flaws(value: Json): Promise<string[]> {
  const said = await AppManifestUtils.validateAgainstSchema(value as never);
  return said.map((each) => each.slice(1).split(" ")[0]?.replaceAll("/", ".") ?? "");
}

/** The commands offered in a scope. */
function offered(scope: string): string[] {
  return lists
    .filter(({ scopes }) => scopes.includes(scope))
    .flatMap(({ commands }) => commands.map(({ title }) => title));
}

/** Where Microsoft's pages and its schema differ, the stricter figure. */
const LIMITS: readonly { path: string; most: number }[] = [
  { path: "name.short", most: 30 },
  { path: "name.full", most: 100 },
  { path: "description.short", most: 80 },
  { path: "description.full", most: 4_000 },
  { path: "developer.name", most: 32 },
  { path: "developer.privacyUrl", most: 2_048 },
  { path: "bots", most: 1 },
  { path: "bots.0.commandLists", most: 3 },
  { path: "bots.0.commandLists.0.commands", most: 12 },
  { path: "bots.0.commandLists.0.commands.0.title", most: 128 },
  { path: "validDomains", most: 16 },
];

describe("the manifest of the Teams app", () => {
  test("is one that Teams takes, of a released version", async () => {
    expect(manifest.manifestVersion).toBe("1.25");
    expect(await flaws(manifest)).toEqual([]);
    expect(await flaws(changed(manifest, "accentColor", "blue"))).toEqual(["accentColor"]);
  });

  test.each(LIMITS)("keeps $path within $most, and one more is refused", async ({ path, most }) => {
    const value = at(structuredClone(manifest), path) as string | Json[];
    expect(value.length).toBeLessThanOrEqual(most);
    expect(await flaws(changed(manifest, path, stretched(value, most)))).toEqual([]);
    expect(await flaws(changed(manifest, path, stretched(value, most + 1)))).toEqual([path]);
  });

  test("bears the program's version, so that it is raised with it", () => {
    expect(manifest.version).toBe(packageFile.version);
  });

  test("offers only words that the bot knows by that name, once in each place", () => {
    for (const scope of bot?.scopes ?? []) {
      const titles = offered(scope);
      expect(titles.length).toBeGreaterThan(3);
      expect(titles.filter((title) => !usual.includes(title))).toEqual([]);
      expect(new Set(titles).size).toBe(titles.length);
    }
    expect(usual).not.toContain("download my record");
  });

  test("has one list for each place where it speaks, and offers help in all of them", () => {
    expect(lists.flatMap(({ scopes }) => scopes).sort()).toEqual([...(bot?.scopes ?? [])].sort());
    expect(lists.filter(({ commands }) => !commands.some(({ title }) => title === "help"))).toEqual([]);
  });

  test("hears no messages but those that are meant for it, and asks for nothing of the directory", () => {
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["authorization"]));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["webApplicationInfo"]));
    expect(manifest.permissions).toEqual(["identity", "messageTeamMembers"]);
  });

  test("names one host in every address, each by https, and no domain that is not needed", () => {
    const all = addresses(structuredClone(manifest.developer));
    const paths = ["/", "/privacy", "/terms"];
    expect(all.map(({ href }) => href)).toEqual(paths.map((path) => `https://${HOST}${path}`));
    expect(manifest.validDomains).toEqual([]);
  });

  test("has the same id for the app and its bot, to be filled in", () => {
    const nobody = "00000000-0000-0000-0000-000000000000";
    expect([manifest.id, bot?.botId]).toEqual([nobody, nobody]);
  });
});

const WORDS: readonly { title: string; of: string; slip: RegExp; bad: string }[] = [
  {
    title: "no product of Microsoft in its names",
    of: [manifest.name.short, manifest.name.full].join("\n"),
    slip: /teams|microsoft|office|outlook|copilot|azure/i,
    bad: "Signpost for Teams",
  },
  {
    title: "no feature of Teams in its names",
    of: [manifest.name.short, manifest.name.full].join("\n"),
    slip: /\b(chats?|help|files?|calendar|calls?|activity|contacts|meetings?|apps?|bots?)\b/i,
    bad: "Signpost help",
  },
  {
    title: "one sentence in the short description",
    of: manifest.description.short,
    slip: /[.!?].*[.!?]|[^.]$/s,
    bad: "Find it. See it.",
  },
  {
    title: "no word for itself in the short description",
    of: manifest.description.short,
    slip: /\bapps?\b/i,
    bad: "An app to find what fits.",
  },
  {
    title: "no claims that nobody proved",
    of: manifest.description.full,
    slip: /\b(best|leading|only one|first ever|fastest|easiest|guaranteed?|certified|100 ?%)/i,
    bad: "The best way to find what fits.",
  },
  {
    title: "the product's whole name first, and its short one afterwards",
    of: manifest.description.full,
    slip: /^(?:(?!Teams)[\s\S])*(?<!Microsoft )Teams|Teams[\s\S]*Microsoft Teams/,
    bad: "In Teams, also called Microsoft Teams.",
  },
  {
    title: "British spelling and no shouting",
    of: JSON.stringify(manifest.description) + JSON.stringify(manifest.bots),
    slip: /\w(ize|izing|ization|yze)\b|\b(color|center|behavior|enroll|fulfill)\b|!/i,
    bad: "Organize your record!",
  },
  {
    title: "no word twice in a row",
    of: JSON.stringify(manifest.description) + JSON.stringify(manifest.bots),
    slip: /\b(\w+) \1\b/i,
    bad: "what is is left",
  },
];

describe("the words of the manifest", () => {
  test.each(WORDS)("have $title", ({ of, slip, bad }) => {
    expect(slip.exec(of)?.[0]).toBeUndefined();
    expect(bad).toMatch(slip);
  });

  test("state the limits, how to begin, and in at most 500 words", () => {
    const { full } = manifest.description;
    expect(full.split(/\s+/).length).toBeLessThanOrEqual(500);
    for (const said of ["2010", "guidance", "provider or awarding body decides", 'say "start"'])
      expect(full).toContain(said);
  });
});

describe("the guide to Teams", () => {
  test("names every command that the bot understands, and no other", () => {
    const named = [...tableUnder(GUIDE, "What people can do").keys()].flatMap((key) => key.split(", "));
    expect(named.sort()).toEqual([...usual].sort());
  });

  test("names the commands that are understood and did not fit into the list that Teams shows", () => {
    const [, words = ""] = /not in that list and understood all the same: ([^.]+)\./.exec(GUIDE) ?? [];
    const named = [...words.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
    const left = usual.filter((word) => !offered("personal").includes(word));
    expect(named.sort()).toEqual(left.sort());
  });

  test("gives a reason for every permission, and for no other", () => {
    const why = tableUnder(GUIDE, "What it may do, and why");
    expect([...why.keys()].sort()).toEqual([...manifest.permissions].sort());
    expect([...why.values()].filter((reason) => reason.length < 20)).toEqual([]);
  });

  test("answers every row of the checklist of Teams", () => {
    const rows = tableUnder(GUIDE, "The checklist");
    expect([...rows.keys()]).toEqual(Array.from({ length: 34 }, (_, place) => String(place + 1)));
    expect([...rows.values()].filter((row) => !/ \| (yes|in part|no|not needed): \S/.test(row))).toEqual([]);
  });
});
