/** The outbox against a model of it in memory: whatever happens in whatever order, each reply goes out once and in turn. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaseDue } from "../../src/store/leases.ts";
import { giveUp, markDelivered, postpone, type Waiting } from "../../src/store/outbox.ts";
import { keepTurn } from "../../src/store/turns.ts";
import { DATABASES, openNew } from "../databases.ts";
import { AT, turnOf } from "./turn.ts";

type Database = Awaited<ReturnType<typeof openNew>>["db"];

const ROOMS = ["a", "b", "c"];
const MOST = 100;
/** Minutes. */
const LEASE = 5;

type Step =
  | { readonly kind: "keep"; readonly room: string }
  | { readonly kind: "lease"; readonly by: string }
  | { readonly kind: "wait"; readonly minutes: number }
  | Handling;
/** `which` of those that were leased so far, whether or not the lease still holds. */
type Handling =
  | { readonly kind: "deliver"; readonly which: number }
  | { readonly kind: "give up"; readonly which: number }
  | { readonly kind: "postpone"; readonly which: number; readonly minutes: number };

const minutes = fc.integer({ min: 1, max: 2 * LEASE });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("keep"), room: fc.constantFrom(...ROOMS) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("lease"), by: fc.constantFrom("one", "two") }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom("deliver", "deliver", "give up"), which: fc.nat() }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("postpone"), which: fc.nat(), minutes }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait"), minutes }) },
  ) as fc.Arbitrary<Step>,
  { maxLength: 40, size: "max" },
);

interface Modelled {
  readonly place: string;
  readonly room: string;
  readonly number: number;
  state: "waiting" | "delivered" | "given up";
  due: number;
  /** No lease where it is over. */
  leasedUntil: number;
  leasedBy: string | null;
}

const FREE = { leasedUntil: -1, leasedBy: null };

/** What ought to happen, step by step, in minutes. */
function openModel() {
  const replies: Modelled[] = [];
  let now = 0;
  return {
    replies,
    now: () => now,
    wait: (more: number) => {
      now += more;
    },
    keep: (room: string): number => {
      const number = replies.filter((reply) => reply.room === room).length + 1;
      replies.push({ place: `${room}#${number}`, room, number, state: "waiting", due: now, ...FREE });
      return number;
    },
    /** The places that are leased now. */
    lease: (by: string): string[] => {
      const firsts = ROOMS.map((room) =>
        replies.find((reply) => reply.room === room && reply.state === "waiting"),
      );
      const taken = firsts.filter(
        (reply) => reply !== undefined && reply.due <= now && reply.leasedUntil < now,
      );
      for (const reply of taken as Modelled[])
        Object.assign(reply, { leasedUntil: now + LEASE, leasedBy: by });
      return (taken as Modelled[]).map(({ place }) => place);
    },
    /** True where it was not marked before. */
    deliver: (reply: Modelled): boolean => {
      const isFirst = reply.state !== "delivered";
      reply.state = "delivered";
      return isFirst;
    },
    /** Only who holds it may, even where the lease is over and nobody else has taken it. */
    giveUp: (reply: Modelled, by: string): void => {
      if (reply.state === "waiting" && reply.leasedBy === by)
        Object.assign(reply, { state: "given up", ...FREE });
    },
    postpone: (reply: Modelled, by: string, more: number): void => {
      if (reply.state === "waiting" && reply.leasedBy === by)
        Object.assign(reply, { due: now + more, ...FREE });
    },
  };
}

let runs = 0;

async function play(db: Database, story: readonly Step[]): Promise<void> {
  runs += 1;
  // Every story has a channel of its own, so that none sees the replies of another.
  const channel = `channel ${runs}`;
  const model = openModel();
  const inHand: Waiting[] = [];
  const time = (at: number) => new Date(Date.parse(AT) + at * 60_000).toISOString();
  const modelled = ({ address, number }: Waiting): Modelled =>
    model.replies.find((reply) => reply.room === address && reply.number === number) as Modelled;
  const chosen = (which: number) => inHand[which % inHand.length] as Waiting;

  const lease = async (by: string) => {
    const now = model.now();
    const given = await leaseDue(db, [channel], { by, now: time(now), until: time(now + LEASE) }, MOST);
    expect(given.map(({ address, number }) => `${address}#${number}`).toSorted()).toEqual(model.lease(by));
    inHand.push(...given);
    return given;
  };
  const deliver = async (waiting: Waiting) =>
    expect(await markDelivered(db, waiting, time(model.now()))).toBe(model.deliver(modelled(waiting)));
  const take = async (step: Step): Promise<void> => {
    if (step.kind === "keep") {
      const user = `${channel} ${model.replies.length}`;
      const from = { channel, tenant: "local", user };
      const turn = turnOf(user, { from, address: step.room, at: time(model.now()) });
      expect(await keepTurn(db, turn)).toEqual({ kind: "kept", number: model.keep(step.room) });
    } else if (step.kind === "wait") model.wait(step.minutes);
    else if (step.kind === "lease") await lease(step.by);
    else if (inHand.length > 0) await handle(step);
  };
  const handle = async (step: Handling): Promise<void> => {
    if (step.kind === "deliver") await deliver(chosen(step.which));
    else if (step.kind === "give up") {
      await giveUp(db, chosen(step.which), time(model.now()), "given up");
      model.giveUp(modelled(chosen(step.which)), chosen(step.which).leasedBy);
    } else {
      await postpone(db, chosen(step.which), time(model.now() + step.minutes), "put off");
      model.postpone(modelled(chosen(step.which)), chosen(step.which).leasedBy, step.minutes);
    }
  };

  for (const step of story) await take(step);
  // Whatever happened, one patient deliverer brings out all the rest, in order.
  for (const _ of model.replies) {
    model.wait(2 * LEASE + 1);
    for (const waiting of await lease("patient")) await deliver(waiting);
  }
  expect(model.replies.filter(({ state }) => state === "waiting")).toEqual([]);
  const rows = await db.selectFrom("outbox").selectAll().where("channel", "=", channel).execute();
  expect(rows.filter((row) => row.delivered_at === null && row.failed_at === null)).toEqual([]);
  expect(rows).toHaveLength(model.replies.length);
}

describe.each(DATABASES)("the outbox in %s", (kind) => {
  test("gives out every reply in turn and marks it once, whatever happens in between", {
    timeout: 60_000,
  }, async () => {
    const { db } = await openNew(kind);
    await fc.assert(
      fc.asyncProperty(steps, (story) => play(db, story)),
      { numRuns: 25 },
    );
  });
});
