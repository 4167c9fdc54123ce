import { describe, expect, test } from "vitest";
import { markDelivered } from "../../src/store/outbox.ts";
import { findReply, findTranscript } from "../../src/store/transcript.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew } from "../databases.ts";
import { AT, forgetTurnOf, nextTurnOf, ROOM, turnOf } from "./turn.ts";

describe.each(DATABASES)("the transcript in %s", (kind) => {
  test("shows the newest exchanges of its conversation, the oldest of them first", async () => {
    const { db } = await openNew(kind);
    const said = ["one", "two", "three", "four"].map((word) => JSON.stringify({ text: word }));
    for (const [version, words] of said.entries()) {
      const given = { said: words, reply: JSON.stringify(version) };
      await keepTurn(db, version === 0 ? turnOf("ann", given) : nextTurnOf("ann", version, given));
    }
    await keepTurn(db, turnOf("ben", { address: "elsewhere", said: '"not here"' }));
    await markDelivered(db, { conversation: ROOM, number: 3 }, AT);
    expect(await findTranscript(db, ROOM, 2)).toEqual([
      { number: 3, said: said[2], reply: "2", deliveredAt: AT },
      { number: 4, said: said[3], reply: "3", deliveredAt: null },
    ]);
    expect((await findTranscript(db, ROOM, 10)).map((exchange) => exchange.said)).toEqual(said);
  });

  test("holds a reply without words where they were not kept, or are forgotten", async () => {
    const { db } = await openNew(kind);
    await keepTurn(db, turnOf("ann", { said: '"private"' }));
    await keepTurn(db, turnOf("ben", { reply: '"to ben"' }));
    const forgetting = forgetTurnOf("ann", 1, { said: '"forget me for good"', reply: '"forgotten"' });
    await keepTurn(db, forgetting);
    expect(await findTranscript(db, ROOM, 10)).toEqual([
      { number: 2, said: null, reply: '"to ben"', deliveredAt: null },
      { number: 3, said: null, reply: '"forgotten"', deliveredAt: null },
    ]);
  });

  test("is empty where nobody has spoken, and knows no reply to a turn that was never heard", async () => {
    const { db } = await openNew(kind);
    expect(await findTranscript(db, ROOM, 10)).toEqual([]);
    expect(await findReply(db, "never")).toBeNull();
  });
});
