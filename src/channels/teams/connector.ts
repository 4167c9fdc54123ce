/** Speaks to Teams: the Bot Connector's REST API, each request once. What has to be tried again, the outbox tries again. */
import { z } from "zod";
import { within } from "../../chat/within.ts";
import type { Activity } from "./card.ts";
import type { Identity } from "./identity.ts";
import type { Chat } from "./reference.ts";

export type Answer =
  /** `id` of what was sent, changed or opened. */
  | { readonly kind: "done"; readonly id: string }
  /** Teams will not do it, and why. */
  | { readonly kind: "refused"; readonly status: number; readonly code: string }
  /** It may work later. */
  | {
      readonly kind: "later";
      readonly reason: string;
      readonly afterSeconds?: number;
      /** It may have been taken all the same. */
      readonly isUncertain?: true;
      readonly isHeld?: true;
    };

export interface Connector {
  send(chat: Chat, activity: Activity, signal?: AbortSignal): Promise<Answer>;
  /** Changes what was sent, in place. */
  update(chat: Chat, id: string, activity: Activity, signal?: AbortSignal): Promise<Answer>;
  /** Opens the person's own chat with us; the same each time. */
  open(chat: Chat, tenant: string, user: string, signal?: AbortSignal): Promise<Answer>;
  /** A page of who is in a conversation; `next` asks for the one behind it. */
  members(chat: Chat, next: string | null): Promise<MembersPage | Exclude<Answer, { kind: "done" }>>;
}

export interface MembersPage {
  readonly kind: "members";
  readonly members: readonly Member[];
  readonly next: string | null;
}

const memberSchema = z.object({
  id: z.string(),
  aadObjectId: z.string().optional(),
  name: z.string().nullish(),
});
export type Member = z.infer<typeof memberSchema>;

const membersSchema = z.object({ members: z.array(memberSchema), continuationToken: z.string().nullish() });

/** Members of a page; Teams takes 50 to 500. */
const MEMBERS = 500;

/** Milliseconds; a delivery is given up after 10 s. */
const TIMEOUT = 8_000;

export interface ConnectorOptions {
  readonly identity: Identity;
  complain(line: string, detail?: Readonly<Record<string, unknown>>): void;
}

interface Request {
  readonly method: "GET" | "POST" | "PUT";
  readonly chat: Chat;
  /** Below v3/conversations. */
  readonly path: string;
  readonly body?: unknown;
  /** Is given what Teams answers with. */
  readonly read?: (body: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export function openConnector({ identity, complain }: ConnectorOptions): Connector {
  const call = async (request: Request, isFresh = false): Promise<Answer> => {
    let token: string | null;
    try {
      token = await identity.token(isFresh);
    } catch (error) {
      const line = "Microsoft gives no token for Teams: is TEAMS_APP_PASSWORD right, and not out of date?";
      complain(line, { reason: (error as Error).message });
      return { kind: "later", reason: "no token" };
    }
    const answer = await ask(request, token);
    if (answer.kind !== "refused" || answer.status !== 401) return answer;
    if (!isFresh && token !== null) return call(request, true);
    complain("Teams does not take our token: are TEAMS_APP_ID and TEAMS_TENANT_ID those of the bot?");
    return { kind: "later", reason: "401" };
  };
  return {
    send: (chat, activity, signal) =>
      call({ method: "POST", chat, path: activities(chat), body: addressed(chat, activity), signal }),
    update: (chat, id, activity, signal) => {
      const path = `${activities(chat)}/${encodeURIComponent(id)}`;
      return call({ method: "PUT", chat, path, body: { ...addressed(chat, activity), id }, signal });
    },
    open: (chat, tenant, user, signal) => {
      const body = { bot: chat.bot, members: [{ id: user }], tenantId: tenant, isGroup: false };
      return call({ method: "POST", chat, path: "", body, signal });
    },
    async members(chat, next) {
      const more = next === null ? "" : `&continuationToken=${encodeURIComponent(next)}`;
      const path = `/${encodeURIComponent(chat.conversation ?? "")}/pagedmembers?pageSize=${MEMBERS}${more}`;
      let body = "";
      const read = (text: string) => {
        body = text;
      };
      const answer = await call({ method: "GET", chat, path, read });
      if (answer.kind !== "done") return answer;
      const { data } = membersSchema.safeParse(parsed(body));
      if (!data) return { kind: "later", reason: "Teams gave no list of members" };
      return { kind: "members", members: data.members, next: data.continuationToken ?? null };
    },
  };
}

function activities({ conversation }: Chat): string {
  return `/${encodeURIComponent(conversation ?? "")}/activities`;
}

function addressed({ bot, conversation }: Chat, activity: Activity) {
  return { ...activity, from: bot, conversation: { id: conversation } };
}

async function ask(
  { method, chat, path, body, read, signal }: Request,
  token: string | null,
): Promise<Answer> {
  const url = `${chat.serviceUrl.replace(/\/$/, "")}/v3/conversations${path}`;
  const given = {
    method,
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: "error",
  } as const;
  try {
    return await within(TIMEOUT, signal, async (limit) => {
      const response = await fetch(url, { ...given, signal: limit });
      const text = await response.text();
      read?.(text);
      return answerOf(response.status, response.headers.get("retry-after"), text);
    });
  } catch (error) {
    return { kind: "later", reason: `no answer: ${(error as Error).message}`, isUncertain: true };
  }
}

/** Teams is asked too much, or is in trouble, which passes. */
function answerOf(status: number, retryAfter: string | null, body: string): Answer {
  if (status >= 200 && status < 300) return { kind: "done", id: idIn(body) };
  const code = codeIn(body);
  if (status === 429 || status === 412) {
    const seconds = Number(retryAfter);
    const wait = retryAfter !== null && seconds >= 0 ? { afterSeconds: seconds } : {};
    return { kind: "later", reason: `${status} ${code}`.trim(), ...wait };
  }
  if (status >= 500 || status === 408)
    return { kind: "later", reason: `${status} ${code}`.trim(), isUncertain: true };
  return { kind: "refused", status, code };
}

const idSchema = z.object({ id: z.string() });

function idIn(body: string): string {
  return idSchema.safeParse(parsed(body)).data?.id ?? "";
}

/** As it is said now, and as it was said before: a number with the words in a text. */
const errorSchema = z.union([
  z.object({ error: z.object({ code: z.string() }) }).transform(({ error }) => error.code),
  z.object({ message: z.string() }).transform(({ message }) => {
    const said = z.object({ subCode: z.string() }).safeParse(parsed(message));
    return said.data?.subCode ?? message.slice(0, 100);
  }),
]);

function codeIn(body: string): string {
  return errorSchema.safeParse(parsed(body)).data ?? "";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
