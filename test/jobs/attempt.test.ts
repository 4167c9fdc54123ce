/** One try to deliver: it ends in time whatever the channel does, and nothing of it stays. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { Channel, Outcome } from "../../src/chat/channel.ts";
import { tried } from "../../src/jobs/attempt.ts";
import type { Waiting } from "../../src/store/outbox.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
/** Milliseconds: longer than any test. */
const LONG = 600_000;

const WAITING = {
  conversation: "relay:t:ann",
  number: 1,
  channel: "relay",
  tenant: "t",
  address: "ann",
  reference: null,
  message: null,
  reply: JSON.stringify({ parts: [], prompt: null }),
} as Partial<Waiting> as Waiting;

function relay(deliver: (signal: AbortSignal) => Promise<Outcome>): readonly Channel[] {
  return [{ name: "relay", deliver: (_, signal) => deliver(signal) }];
}

const never = () => new Promise<Outcome>(() => undefined);
const IN_TIME = { kind: "later", reason: "no answer in time" };

describe("a try", () => {
  test("gives what the channel says", async () => {
    const { signal } = new AbortController();
    const delivered = relay(async () => ({ kind: "delivered" }));
    expect(await tried(delivered, WAITING, LONG, signal)).toEqual({ kind: "delivered" });
    const failing = relay(() => Promise.reject(new Error("the line is cut")));
    expect(await tried(failing, WAITING, LONG, signal)).toEqual({ kind: "later", reason: "the line is cut" });
    expect(await tried([], WAITING, LONG, signal)).toMatchObject({ kind: "later" });
  });

  test("ends at its limit and tells the channel, also where memory was tidied up meanwhile", async () => {
    const { signal } = new AbortController();
    let told: AbortSignal | null = null;
    const trying = tried(
      relay((limit) => {
        told = limit;
        return never();
      }),
      WAITING,
      50,
      signal,
    );
    collect();
    expect(await trying).toEqual(IN_TIME);
    expect(told).toMatchObject({ aborted: true });
  });

  test("ends where the program stops, before it began or after", async () => {
    const stopping = new AbortController();
    const trying = tried(relay(never), WAITING, LONG, stopping.signal);
    stopping.abort();
    expect(await trying).toEqual(IN_TIME);
    expect(await tried(relay(never), WAITING, LONG, stopping.signal)).toEqual(IN_TIME);
  });

  test("leaves nothing behind, however many there were before the program stops", async () => {
    const stopping = new AbortController();
    const limits: WeakRef<AbortSignal>[] = [];
    const delivering = relay(async (limit) => {
      limits.push(new WeakRef(limit));
      return { kind: "delivered" };
    });
    for (let time = 0; time < 100; time += 1) await tried(delivering, WAITING, LONG, stopping.signal);
    // What a weak reference gave is kept until the end of the turn of the event loop.
    await new Promise(setImmediate);
    collect();
    expect(limits).toHaveLength(100);
    expect(limits.filter((limit) => limit.deref()).length).toBeLessThan(5);
    stopping.abort();
  });
});
