/** Whether each reply arrived, and which arrived twice, and why. */
import { grouped } from "../../test/crash/grouped.ts";
import type { KeptReply } from "./kept.ts";
import type { Arrival } from "./mailroom.ts";

/** When each replica was killed; milliseconds since 1970. */
export type Kills = readonly (readonly number[])[];

export interface Arrived {
  /** Replies that are not delivered, or never arrived, in words. */
  readonly missing: readonly string[];
  /** Replies that were shown twice, in words. */
  readonly doubled: readonly string[];
  /** Replies that came again since whoever brought them was killed before it could mark them: by design. */
  readonly afterKills: number;
}

/** Milliseconds that a letter stays in the hands of a killed program; see jobs/deliver.ts. */
const LEASE = 20_000;
/** Milliseconds: what a program sent just before it was killed is read a little later. */
const ON_THE_WIRE = 500;

export function findArrived(
  replies: readonly KeptReply[],
  arrivals: readonly Arrival[],
  kills: Kills,
): Arrived {
  const missing: string[] = [];
  const doubled: string[] = [];
  let afterKills = 0;
  const byPlace = grouped(arrivals, ({ conversation }) => conversation);
  for (const [conversation, rows] of grouped(replies, (reply) => reply.conversation)) {
    const arrived = byPlace.get(conversation) ?? [];
    const numbers = new Set(arrived.map(({ number }) => number));
    for (const { number, isDelivered, isAnswer, reason } of rows) {
      const name = `${conversation}#${number}`;
      if (!isDelivered) missing.push(`${name} is not delivered: ${reason ?? "it waits"}`);
      else if (isAnswer && !numbers.has(number))
        missing.push(`${name} is marked as delivered and did not arrive`);
    }
    for (const [before, again] of repeated(arrived)) {
      if (wasKilled(kills, before)) afterKills += 1;
      else doubled.push(nameOfPair(before, again));
    }
  }
  return { missing, doubled, afterKills };
}

/** Arrivals, each with the one that shows the same again beside it: changed in place, a message is still shown once. */
function repeated(arrived: readonly Arrival[]): [Arrival, Arrival][] {
  const pairs: [Arrival, Arrival][] = [];
  const last = new Map<number, Arrival>();
  let pages = new Map<string, Arrival>();
  for (const arrival of arrived) {
    const { number, content, message } = arrival;
    const before = number === null ? pages.get(content) : last.get(number);
    if (before && before.message !== message) pairs.push([before, arrival]);
    if (number === null) pages.set(content, arrival);
    else {
      if (!last.has(number)) pages = new Map();
      last.set(number, arrival);
    }
  }
  return pairs;
}

function wasKilled(kills: Kills, { by, at }: Arrival): boolean {
  const times = by === null ? kills.flat() : (kills[by] ?? []);
  return times.some((time) => time > at - ON_THE_WIRE && time - at < LEASE);
}

function nameOfPair(before: Arrival, again: Arrival): string {
  const what = before.number === null ? "a page" : `#${before.number}`;
  const by = (arrival: Arrival) => (arrival.by === null ? "as an answer" : `by replica ${arrival.by + 1}`);
  const when = new Date(before.at).toISOString();
  return `${before.conversation}: ${what} came at ${when} ${by(before)}, and again ${again.at - before.at} ms later ${by(again)}`;
}
