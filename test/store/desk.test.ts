/** The desk over each database, with many speaking at once. */
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import type { Receipt } from "../../src/bot/receive.ts";
import type { Speaker, Turn } from "../../src/chat/turn.ts";
import { openLibrary } from "../../src/content/library.ts";
import { DATABASES, type DatabaseKind, openTwice } from "../databases.ts";
import { botFor, SOMEONE, turnOf } from "../desk.ts";
import { contentsOf, countsOf } from "./contents.ts";

const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
const TODAY = "2026-03-16";

/** Two programs with two bots each. */
async function openBots(kind: DatabaseKind) {
  const { both } = await openTwice(kind);
  return { db: both[0], bots: [...both, ...both].map((db) => botFor(library, db, TODAY)) };
}

/** Each turn to the next bot, all at the same moment. */
function receiveAll(bots: readonly Bot[], turns: readonly Turn[]): Promise<Receipt[]> {
  return Promise.all(turns.map((turn, place) => (bots[place % bots.length] as Bot).receive(turn)));
}

async function sayAll(bots: readonly Bot[], lines: readonly string[], from?: Speaker): Promise<void> {
  for (const [place, line] of lines.entries())
    await (bots[place % bots.length] as Bot).receive(turnOf({ text: line }, from));
}

function numbered(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, place) => place + from);
}

describe.each(DATABASES)("the desk over %s", (kind) => {
  test("keeps every one of 32 turns that one person sends to four bots at once, each exactly once", async () => {
    const { db, bots } = await openBots(kind);
    await sayAll(bots, ["start"]);
    const turns = numbered(32, 10).map((minutes) =>
      turnOf({ text: `log practice ${minutes} minutes with groups` }),
    );
    const receipts = await receiveAll(bots, turns);
    expect(receipts.map(({ isAgain }) => isAgain)).toEqual(turns.map(() => false));
    expect(receipts.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(numbered(32, 2));
    const { events, outbox } = await contentsOf(db);
    expect(events.map(({ sequence }) => Number(sequence)).toSorted((a, b) => a - b)).toEqual(numbered(33));
    const tellers = events.map(({ turn }) => turn).filter((id) => turns.some((turn) => turn.id === id));
    expect(tellers.toSorted()).toEqual(turns.map(({ id }) => id).toSorted());
    for (const { number, reply } of receipts)
      expect(outbox.find((row) => row.number === number)).toMatchObject({ reply: JSON.stringify(reply) });
    for (const bot of bots) expect(await bot.home(SOMEONE)).toEqual(await (bots[0] as Bot).home(SOMEONE));
  });

  test("hears a turn that is sent ten times at once only once, and answers each the same", async () => {
    const { db, bots } = await openBots(kind);
    await sayAll(bots, ["start"]);
    const turn = turnOf({ text: "college" });
    const receipts = await receiveAll(bots, Array(10).fill(turn));
    expect(receipts.filter(({ isAgain }) => !isAgain)).toHaveLength(1);
    for (const { reply, number } of receipts)
      expect({ reply, number }).toEqual({ reply: receipts[0]?.reply, number: 2 });
    expect(await countsOf(db)).toMatchObject({ events: 2, turns: 2, outbox: 2, people: 1 });
  });

  test("hears the very first turn of a person once, though ten copies come at once", async () => {
    const { db, bots } = await openBots(kind);
    const receipts = await receiveAll(bots, Array(10).fill(turnOf({ text: "hello" })));
    expect(receipts.filter(({ isAgain }) => !isAgain)).toHaveLength(1);
    expect(await countsOf(db)).toMatchObject({ turns: 1, outbox: 1, people: 1, identities: 1 });
  });

  test("refuses a turn id that was used in another conversation", async () => {
    const { db, bots } = await openBots(kind);
    const first = turnOf({ text: "start" });
    await receiveAll(bots, [first]);
    const before = await contentsOf(db);
    const other = { ...turnOf({ text: "start" }, { ...SOMEONE, user: "somebody else" }), id: first.id };
    await expect(receiveAll(bots, [other])).rejects.toThrow("in another conversation");
    expect(await contentsOf(db)).toEqual(before);
  });

  test("knows a person in two conversations, and each conversation by itself", async () => {
    const { bots } = await openBots(kind);
    const [bot] = bots as [Bot];
    await sayAll(bots, ["start", "college"]);
    const elsewhere = { ...turnOf({ text: "yes" }), conversation: "elsewhere" };
    const { reply, number } = await bot.receive(elsewhere);
    expect(number).toBe(1);
    expect(reply.prompt?.question).toBe("leader");
    expect((await bot.home(SOMEONE)).told.map(({ question }) => question)).toEqual(["setting", "directly"]);
    expect(await bot.transcript(SOMEONE, SOMEONE.user, 10)).toHaveLength(2);
    expect(await bot.transcript(SOMEONE, "elsewhere", 10)).toMatchObject([{ number: 1, isDelivered: false }]);
  });

  test("marks a reply as delivered once, whoever says so", async () => {
    const { bots } = await openBots(kind);
    const [receipt] = await receiveAll(bots, [turnOf({ text: "start" })]);
    const said = await Promise.all(bots.map((bot) => bot.delivered(receipt as Receipt)));
    expect(said.filter(Boolean)).toHaveLength(1);
  });

  test("keeps nothing when it is asked where a person stands", async () => {
    const { db, bots } = await openBots(kind);
    const [bot] = bots as [Bot];
    expect(await bot.home(SOMEONE)).toMatchObject({ hasStarted: false, told: [] });
    expect(await countsOf(db)).toEqual({});
    await sayAll(bots, ["start", "college"]);
    const before = await contentsOf(db);
    expect((await bot.home(SOMEONE)).told).toHaveLength(1);
    expect(await contentsOf(db)).toEqual(before);
  });

  test("forgets a person who speaks elsewhere at the same moment, or hears them as somebody new", async () => {
    const { db, bots } = await openBots(kind);
    await sayAll(bots, ["start", "college", "forget me"]);
    const elsewhere = { ...turnOf({ text: "help" }), conversation: "elsewhere" };
    await receiveAll(bots, [turnOf({ text: "forget me for good" }), elsewhere]);
    const { audit, people } = await contentsOf(db);
    const wereForgotten = audit.length === 1;
    // Whichever was kept first: a turn that is kept before takes the confirmation back.
    expect(people.some(({ id }) => id === audit[0]?.subject)).toBe(false);
    if (!wereForgotten) expect(people).toHaveLength(1);
  });
});
