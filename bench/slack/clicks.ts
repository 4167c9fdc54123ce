/** Clicks as Slack sends them: signed requests, one interview of clicks for each person. */
import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { deskOf } from "../../src/app/house.ts";
import { openBot } from "../../src/bot/bot.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { openLibrary } from "../../src/content/library.ts";
import { openDatabase } from "../../src/store/database.ts";

export const SIGNING_SECRET = "a signing secret of the bench";
export const TEAM = "T0BENCH";

export interface Click {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One answer of the interview, as a button carries it. */
export interface Answer {
  readonly question: string;
  readonly choice: string;
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** What ends a list, and what asks for more than the least. */
const ENDS = ["none", "done"];
const WISHES = ["full"];
const LONGEST = 40;

/** What somebody clicks who wants a full certificate and else takes the first choice, up to the advice. */
export async function answersOfOne(): Promise<Answer[]> {
  const db = await openDatabase(":memory:");
  const bot = openBot(deskOf(openLibrary(ROOT)), db, { now: () => new Date(), newId: () => "model" });
  const from = { channel: "bench", tenant: TEAM, user: "model" };
  const answers: Answer[] = [];
  const said = async (id: string, words: object): Promise<Reply> =>
    (await bot.receive({ id, from, conversation: "model", said: words as { text: string } })).reply;
  let reply = await said("start", { text: "start" });
  while (reply.prompt && reply.prompt.choices.length > 0 && answers.length < LONGEST) {
    const { question, choices, kind } = reply.prompt;
    const wanted = kind === "list" ? ENDS : WISHES;
    const choice = (choices.find(({ id }) => wanted.includes(id)) ?? choices[0])?.id ?? "";
    answers.push({ question, choice });
    reply = await said(`${answers.length}`, { choose: [choice], question });
  }
  await db.destroy();
  return answers;
}

/** Each person's clicks, in order, signed now. */
export function clicksOf(people: number, round: string, answers: readonly Answer[]): Click[][] {
  const at = Math.floor(Date.now() / 1_000);
  return Array.from({ length: people }, (_, person) => {
    const user = `U${round}X${person}`;
    return answers.map((answer, step) => signed(payloadOf(user, step, answer), at));
  });
}

function payloadOf(user: string, step: number, { question, choice }: Answer): object {
  const action = {
    type: "button",
    action_id: "choose:0",
    block_id: `1|${step}|${user}|${question}`,
    text: { type: "plain_text", text: choice, emoji: false },
    value: choice,
  };
  return clickPayload({ user, message: "1795000000.000100", trigger: `${step}.${user}`, action });
}

/** `message`: the time by which Slack names the message with the button; `action`: what was pressed, as it stands there. */
export interface Pressed {
  readonly user: string;
  readonly message: string;
  readonly trigger: string;
  readonly action: Readonly<Record<string, unknown>>;
  /** What is ticked on the message, by block and action. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** A click in the person's direct message, as Slack tells it. */
export function clickPayload({ user, message: ts, trigger, action, values = {} }: Pressed): object {
  const blocks = [{ type: "section", block_id: "0", text: { type: "plain_text", text: "A question?" } }];
  return {
    type: "block_actions",
    user: { id: user, username: "pat", name: "pat", team_id: TEAM },
    api_app_id: "A0BENCH",
    token: "unused",
    container: { type: "message", message_ts: ts, channel_id: `D${user}`, is_ephemeral: false },
    trigger_id: trigger,
    team: { id: TEAM, domain: "bench" },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: `D${user}`, name: "directmessage" },
    message: { type: "message", user: "UBOT", ts, bot_id: "BBOT", text: "A question?", team: TEAM, blocks },
    state: { values },
    response_url: "https://hooks.slack.com/actions/T0BENCH/1/x",
    actions: [{ ...action, action_ts: ts }],
  };
}

function signed(payload: object, at: number): Click {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const digest = createHmac("sha256", SIGNING_SECRET).update(`v0:${at}:${body}`).digest("hex");
  return {
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(body)),
      "x-slack-request-timestamp": String(at),
      "x-slack-signature": `v0=${digest}`,
    },
  };
}
