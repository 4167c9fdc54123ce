/** Requests that are signed rightly and spoilt otherwise, at every door: no crash, no 5xx, nothing that is thrown and not caught. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/bot/preparing.ts";
import { registerPage } from "../../src/channels/web/web.ts";
import { library, openTestHouse } from "../channels/house.ts";
import { openApp as openSlack } from "../slack/app.ts";
import { ANN, calm as calmSlack } from "../slack/seen.ts";
import { openApp as openTeams } from "../teams/app.ts";
import * as inTeams from "../teams/seen.ts";
import { mutating, TIMES } from "./mutate.ts";

const SEED = 20_101_231;
/** Of the door so many come in a house of their own, so that nobody says more than people say in years. */
const IN_A_HOUSE = 2_000;
const HOUSES = Array.from({ length: Math.ceil(TIMES / IN_A_HOUSE) }, (_, place) => place);
/** So many are on their way at once. */
const AT_ONCE = 8;
/** Megabytes by which what is held may have grown since the first of a door's houses, after all of them. */
const GROWTH = 50;
/** Milliseconds that the event loop may be held up. */
const LONGEST = 200;

const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);
// As the program does when it has started.
beforeAll(() => prepare(library));
beforeAll(() => {
  process.on("unhandledRejection", note);
  process.on("uncaughtException", note);
});
afterAll(() => {
  process.off("unhandledRejection", note);
  process.off("uncaughtException", note);
});

interface Door {
  readonly name: string;
  /** Bytes that were held when its first house was open. */
  held: number | null;
  readonly statuses: Map<number, number>;
  /** Milliseconds. */
  longest: number;
}

function doorOf(name: string): Door {
  return { name, held: null, statuses: new Map(), longest: 0 };
}

async function fuzz(door: Door, send: (number: number) => Promise<number>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  // What is built on first use is built before it is looked at.
  for (let number = 0; number < 50; number += 1) await send(number);
  door.held ??= heldNow();
  delay.enable();
  let next = 50;
  const one = async () => {
    while (next < Math.min(TIMES, IN_A_HOUSE)) {
      next += 1;
      const status = await send(next);
      door.statuses.set(status, (door.statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  delay.disable();
  door.longest = Math.max(door.longest, delay.max / 1e6);
  expect([...door.statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  expect(uncaught).toEqual([]);
  expect(delay.max / 1e6).toBeLessThan(LONGEST);
}

/** Bytes that are in use: what the system has given is not soon given back. */
function heldNow(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function tell({ name, held, statuses, longest }: Door): void {
  const grown = (heldNow() - (held ?? 0)) / 1e6;
  const counted = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
  process.stdout.write(
    `${name}: ${counted.join(", ")}; grown by ${grown.toFixed(0)} MB; blocked ${longest.toFixed(0)} ms at most\n`,
  );
  expect(grown).toBeLessThan(GROWTH);
}

describe("spoilt requests", () => {
  const [slack, teams, page] = [doorOf("Slack"), doorOf("Teams"), doorOf("the page")];

  test.each(HOUSES)("at Slack's door, house %i", async (place) => {
    const app = await openSlack();
    const sent = [
      await app.slack.say(ANN, "start"),
      await app.slack.say(ANN, "a college"),
      await app.slack.command(ANN, "review"),
      await app.slack.openHome(ANN, "home"),
      await app.slack.mention(ANN, "C0STAFF", "help"),
      await app.slack.globalShortcut(ANN, "signpost_ask"),
    ];
    await calmSlack(app);
    const mutate = mutating(SEED + place);
    await fuzz(slack, async (number) => {
      const { request } = sent[number % sent.length] as (typeof sent)[number];
      // Each is another, and has an id of its own.
      const body = request.body
        .toString()
        .replace(/(event_id":"|trigger_id=|trigger_id%22%3A%22)[\w.]+/, `$1Ev${number}`);
      const [, payload] = /^payload=(.*)$/.exec(body) ?? [];
      const spoilt =
        payload === undefined
          ? mutate(body)
          : `payload=${encodeURIComponent(whole(mutate(decodeURIComponent(payload.replaceAll("+", " ")))))}`;
      const type = request.headers["content-type"] ?? "application/json";
      return (await app.slack.send({ body: spoilt, headers: { "content-type": type } })).status;
    });
    expect(faultsIn(app.complaints)).toEqual([]);
  });

  test("at Slack's door leave the program small", () => tell(slack));

  test.each(HOUSES)("at Teams' door, house %i", async (place) => {
    const app = await openTeams();
    const sent = [await inTeams.say(app, "start"), await inTeams.say(app, "a college")];
    await inTeams.calm(app);
    const mutate = mutating(SEED + place);
    await fuzz(teams, async (number) => {
      const { request } = sent[number % sent.length] as (typeof sent)[number];
      return (
        await app.teams.raw(mutate(request.body.toString().replace(/"id":"[^"]+"/, `"id":"${number}"`)))
      ).status;
    });
    expect(faultsIn(app.complaints)).toEqual([]);
  });

  test("at Teams' door leave the program small", () => tell(teams));

  test.each(HOUSES)("at the page's door, house %i", async (place) => {
    const house = await openTestHouse({ today: "2026-11-23" });
    const faults: string[] = [];
    await registerPage(house.server, house.bot, {
      root: new URL("../..", import.meta.url).pathname,
      isPublic: false,
      secret: null,
      words: library.page,
      previews: [],
      newId: house.outside.newId,
      fault: (door) => faults.push(door),
    });
    const { address, app } = await house.listen();
    const mutate = mutating(SEED + place);
    const texts = [
      "start",
      "a college",
      "log practice 3 hours with groups",
      "ask who assesses me",
      "M1 level 3, O06",
    ];
    await fuzz(page, async (number) => {
      const form = { turn: `turn-${number}`, as: "trainee", text: texts[number % texts.length] ?? "" };
      const spoilt = mutate(JSON.stringify(form));
      const fields = number % 3 === 0 ? mutate(new URLSearchParams(form).toString()) : fieldsOf(spoilt);
      const response = await fetch(`${address}/say`, {
        method: "POST",
        headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
        body: whole(fields),
        redirect: "manual",
      });
      await response.arrayBuffer();
      return response.status;
    });
    expect([faults, app.complaints]).toEqual([[], []]);
  });

  test("at the page's door leave the program small", () => tell(page));
});

/** One id that comes from two people is refused as a fault: no platform does that. */
function isOneIdOfTwo(complaint: string): boolean {
  return complaint.endsWith("was heard before, in another conversation");
}

function faultsIn(complaints: readonly string[]): string[] {
  return complaints.filter((line) => line.startsWith("fault") && !isOneIdOfTwo(line));
}

/** Without halves of characters, which cannot be sent. */
function whole(text: string): string {
  return Buffer.from(text).toString();
}

/** What can be sent of it as a form. */
function fieldsOf(json: string): string {
  try {
    const fields: unknown = JSON.parse(json);
    if (typeof fields !== "object" || fields === null) return json;
    const pairs = Object.entries(fields).map(([name, value]) => [name, whole(String(value))]);
    return new URLSearchParams(pairs).toString();
  } catch {
    return json;
  }
}
