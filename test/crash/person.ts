/** Somebody who speaks a whole script, and says again what was not acknowledged, under the same id. */
import { setTimeout } from "node:timers/promises";
import { readSession, speakerOf } from "../../src/channels/web/session.ts";
import { conversationId } from "../../src/store/conversations.ts";
import type { Dice } from "./dice.ts";
import { type Answer, post, type Sent } from "./post.ts";
import { RELAY, TENANT, turnOfRelay } from "./relay.ts";
import type { Script } from "./script.ts";

export interface Person {
  readonly channel: "relay" | "web";
  readonly script: Script;
  /** The conversation's key in the database. */
  readonly conversation: string;
  /** The turns' ids in the database, one for each line. */
  readonly turns: readonly string[];
  /** Looks at their page once more, as people do; nothing on the relay. */
  look(): Promise<void>;
}

/** Where people speak, and what is counted there. */
export interface Street {
  readonly address: string;
  readonly dice: Dice;
  readonly tally: Tally;
  /** A request has just left. */
  onSent(): void;
}

export interface Tally {
  acknowledged: number;
  /** Nobody listened. */
  refused: number;
  /** A request left, and no answer came, or half of one. */
  lost: number;
  /** Of what was lost or answered with a fault, what had been kept all the same. */
  keptUnheard: number;
  /** Answers of 503, each with words for the person. */
  faults: number;
  /** Lines that were sent although they were acknowledged, or twice at once. */
  repeated: number;
}

/** Milliseconds: longer than a hundred kills take on a slow computer, since each may cut the same person off. */
const LONGEST_WAIT = 900_000;
const SHORTEST_WAIT = 120;
const LONGEST_PAUSE = 120;

/** Resolves when every line was acknowledged. */
export async function speak(
  street: Street,
  name: string,
  channel: Person["channel"],
  script: Script,
): Promise<Person> {
  const door = channel === RELAY ? relay(name) : await page(street);
  const { dice, tally } = street;
  const ids = script.lines.map((_, place) => `${name}-line-${String(place).padStart(2, "0")}`);
  for (const [place, text] of script.lines.entries()) {
    const say = (at: number, words: string) => insist(street, door.sentOf(ids[at] ?? "", words));
    if (dice.once(8)) {
      tally.repeated += 1;
      same(await Promise.all([say(place, text), say(place, text)]));
    } else if ((await say(place, text)).wasUnheard) tally.keptUnheard += 1;
    tally.acknowledged += 1;
    if (place > 0 && dice.once(10)) {
      tally.repeated += 1;
      const earlier = dice.roll(place);
      await say(earlier, script.lines[earlier] ?? "");
    }
    await setTimeout(dice.roll(LONGEST_PAUSE));
  }
  return {
    channel,
    script,
    conversation: door.conversation,
    turns: ids.map(door.turnOf),
    look: () => door.look(street),
  };
}

interface Entrance {
  readonly conversation: string;
  sentOf(id: string, text: string): Sent;
  turnOf(id: string): string;
  look(street: Street): Promise<void>;
}

function relay(name: string): Entrance {
  const headers = { "content-type": "application/json" };
  return {
    conversation: conversationId({ channel: RELAY, tenant: TENANT }, name),
    sentOf: (id, text) => {
      const body = JSON.stringify({ id, user: name, conversation: name, text });
      return { method: "POST", path: "/relay", headers, body };
    },
    turnOf: turnOfRelay,
    look: async () => undefined,
  };
}

/** The page gives the cookie before anything is said. */
async function page(street: Street): Promise<Entrance> {
  const { cookie } = await insist(street, { method: "GET", path: "/", headers: {} });
  const from = speakerOf(readSession(cookie ?? "", false), "trainee", null);
  const headers = { cookie: cookie ?? "" };
  const form = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  return {
    conversation: conversationId(from, from.user),
    sentOf: (turn, text) => {
      const body = new URLSearchParams({ turn, text, as: "trainee" }).toString();
      return { method: "POST", path: "/say", headers: { ...headers, ...form }, body };
    },
    turnOf: (id) => `web:${from.user}:${id}`,
    look: async (where) => {
      await insist(where, { method: "GET", path: "/", headers });
    },
  };
}

interface Acknowledged extends Answer {
  /** It had been kept, though nobody had said so. */
  readonly wasUnheard: boolean;
}

/** Sends until it is acknowledged. Every answer has to be one that a person can be shown. */
async function insist({ address, dice, tally, onSent }: Street, sent: Sent): Promise<Acknowledged> {
  const end = Date.now() + LONGEST_WAIT;
  let last = "";
  let wasSent = false;
  while (Date.now() < end) {
    const answer = await post(address, sent, onSent).catch((error: Error) => error);
    if (answer instanceof Error) {
      const isRefused = (answer as NodeJS.ErrnoException).code === "ECONNREFUSED";
      if (isRefused) tally.refused += 1;
      else tally.lost += 1;
      wasSent ||= !isRefused;
      last = answer.message;
    } else if (answer.status === 200) {
      return { ...answer, wasUnheard: wasSent && AGAIN.test(answer.body) };
    } else {
      expectCalm(sent, answer);
      tally.faults += 1;
      wasSent = true;
      last = answer.body;
    }
    await setTimeout(SHORTEST_WAIT + dice.roll(SHORTEST_WAIT));
  }
  throw new Error(`${sent.path} ${sent.body} was not acknowledged within ${LONGEST_WAIT / 1_000} s: ${last}`);
}

const AGAIN = /"isAgain":true/;
const CALM = /something went wrong on our side/i;

function expectCalm({ path, body }: Sent, answer: Answer): void {
  if (answer.status !== 503 || !CALM.test(answer.body))
    throw new Error(`${path} ${body} was answered ${answer.status}: ${answer.body.slice(0, 500)}`);
}

/** On the page the answer holds the reply: the same, whichever of the two was heard first. */
function same([one, two]: readonly [Answer, Answer]): void {
  const replyIn = ({ body }: Answer) => {
    const { reply, number } = JSON.parse(body) as { reply?: unknown; number?: number };
    return JSON.stringify({ reply, number });
  };
  if (replyIn(one) !== replyIn(two))
    throw new Error(`One turn had two replies:\n${one.body.slice(0, 500)}\n${two.body.slice(0, 500)}`);
}
