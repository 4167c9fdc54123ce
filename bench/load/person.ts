/** Somebody who goes through their steps, and does again what was not acknowledged, as the platforms do. */
import { setTimeout } from "node:timers/promises";
import type { Dice } from "../../test/crash/dice.ts";
import { post } from "../../test/crash/post.ts";
import type { Client, Request } from "./client.ts";
import type { Line } from "./line.ts";
import type { Mailroom } from "./mailroom.ts";
import type { Step } from "./script.ts";
import type { Shown } from "./shown.ts";
import type { Tally } from "./tally.ts";
import type { Tempo } from "./tempo.ts";

/** What everybody shares. */
export interface Street {
  /** Where requests are sent. */
  readonly address: string;
  readonly mail: Mailroom;
  readonly tempo: Tempo;
  readonly tally: Tally;
  readonly lines: Line[];
  isOver(): boolean;
}

export interface Person {
  /** Letters and digits by which nobody else's lines begin, as an event's id may hold. */
  readonly id: string;
  readonly client: Client;
  readonly dice: Dice;
  readonly steps: readonly Step[];
  /** The code of a team that can be joined; null where there is none. */
  findCode(): string | null;
  /** What the person sees after each step. */
  see?(shown: Shown): void;
}

/** Milliseconds. */
const LONGEST_TRIES = 240_000;
const BEFORE_AGAIN = 500;
const SHORTEST_PAUSE = 250;
/** How long somebody waits for a reply before they go on all the same. */
const LONGEST_WAIT = 8_000;
const MOST_APOLOGIES = 50;
/** What ends a list. */
const ENDS = ["none", "done"];

export async function walk(
  street: Street,
  { id: own, client, dice, steps, findCode, see }: Person,
): Promise<void> {
  const { mail, tempo } = street;
  const { conversation } = client;
  /** The number of the newest reply on which something was pressed: nothing is pressed twice. */
  let pressed = 0;
  let count = 0;
  const requestFor = (step: Step): ((time: number) => Request) | null => {
    count += 1;
    const id = `${own}n${count}`;
    const type = (words: string) => (time: number) => client.type(`${id}x${time}`, words);
    if (step.kind === "say") return type(step.words);
    if (step.kind === "join") {
      const code = findCode();
      return code === null ? null : type(`join ${code}`);
    }
    const shown = mail.newest(conversation);
    if (!shown?.isAsking) return type("gaps");
    const choice = shown.choices.find(({ value }) => ENDS.includes(value)) ?? picked(dice, shown);
    if (!choice || shown.number <= pressed) return type("not sure");
    pressed = shown.number;
    return () => client.press(id, shown, choice);
  };
  for (const step of steps) {
    if (street.isOver()) break;
    await tempo.turn();
    const make = requestFor(step);
    if (!make) continue;
    await say(street, client, make);
    const shown = mail.newest(conversation);
    if (shown) see?.(shown);
    await setTimeout(SHORTEST_PAUSE + dice.roll(1_000));
  }
}

function picked(dice: Dice, { choices }: Shown) {
  return choices.length > 0 ? dice.pick(choices) : undefined;
}

/** Says it until it is acknowledged and no apology comes for it. */
async function say(
  street: Street,
  { conversation, patience }: Client,
  make: (time: number) => Request,
): Promise<void> {
  const { mail, tally, lines } = street;
  const before = mail.expect(conversation);
  const at = Date.now();
  const start = performance.now();
  const turns: string[] = [];
  let acknowledgedAfter: number | null = null;
  for (let time = 0; time < MOST_APOLOGIES; time += 1) {
    const request = make(time);
    if (request.turn !== null) turns.push(request.turn);
    const isHeard = await insist(street, request, patience);
    acknowledgedAfter = isHeard ? performance.now() - start : null;
    if (!isHeard) break;
    let next = await mail.next(conversation, before, LONGEST_WAIT);
    while (next === "apology" && !request.canBeApologisedFor)
      next = await mail.next(conversation, before, LONGEST_WAIT);
    if (next === "nothing") tally.unansweredInTime += 1;
    if (next !== "apology") break;
    tally.apologies += 1;
    acknowledgedAfter = null;
    await setTimeout(SHORTEST_PAUSE);
  }
  lines.push({ conversation, turns, at, acknowledgedAfter });
}

/** True where it was acknowledged in the end. */
async function insist({ address, tally }: Street, request: Request, patience: number): Promise<boolean> {
  const end = Date.now() + LONGEST_TRIES;
  for (let time = 0; Date.now() < end; time += 1) {
    tally.requests += 1;
    const sent = request.sent(time);
    const answer = await post(address, sent, undefined, patience).catch((error: Error) => error);
    if (!(answer instanceof Error) && answer.status === 200) {
      request.heard?.(answer.body);
      return true;
    }
    const outcome = answer instanceof Error ? "no answer" : String(answer.status);
    tally.refusals.set(outcome, (tally.refusals.get(outcome) ?? 0) + 1);
    await setTimeout(BEFORE_AGAIN);
  }
  return false;
}
