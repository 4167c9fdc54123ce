/** The Bot Connector of Teams: where the app speaks, changes what it said and asks who is there. */
import { readJson } from "../../slack/workspace/signing.ts";
import { create, type Judge, remove, send, update } from "./errand.ts";
import { type Answer, type Asked, openLoopback } from "./loopback.ts";
import { membersOf } from "./member.ts";
import { type Errand, newRefusals, type Refusals, refused } from "./refusal.ts";
import type { Tenancy } from "./tenancy.ts";

/** What the app asked, refused or not. */
export interface Request {
  readonly errand: Errand;
  readonly method: string;
  /** Still percent-encoded. */
  readonly path: string;
  /** The id of the conversation, decoded; null where the request names none. */
  readonly conversation: string | null;
  readonly body: unknown;
  readonly authorization: string | null;
}

export interface Connector {
  /** For `serviceUrl`, with a slash at its end as in life. */
  readonly serviceUrl: string;
  readonly requests: readonly Request[];
  refuseNext: Refusals["add"];
  /** What is asked from now on is done at once, and answered when it is released. */
  hold(): () => void;
  close(): Promise<void>;
}

const BASE = "/emea/v3/";
/** Bytes of an activity in UTF-16. */
const LARGEST = 80 * 1_024;

/** `notify` is called when a request has been done, and again when it has been answered. */
export async function openConnector(tenancy: Tenancy, judge: Judge, notify: () => void): Promise<Connector> {
  const requests: Request[] = [];
  const refusals = newRefusals();
  let held: Promise<void> = Promise.resolve();
  const server = await openLoopback(async (asked) => {
    const [room, conversation = null, part, id = null] = asked.path
      .slice(BASE.length)
      .split("/")
      .map(decodeURIComponent);
    const errand = errandOf(asked.method, conversation, part);
    if (!asked.path.startsWith(BASE) || room !== "conversations" || !errand) return refused(404, "NotFound");
    const { method, path, authorization } = asked;
    const body = asked.text === "" ? null : readJson(asked.text);
    requests.push({ errand, method, path, conversation, body, authorization });
    const place = conversation ?? "";
    const done: Readonly<Record<Errand, () => Answer>> = {
      create: () => create(tenancy, judge, body),
      send: () => send(tenancy, judge, place, id, body),
      update: () => update(tenancy, judge, place, id, body),
      delete: () => remove(tenancy, place, id),
      members: () => membersOf(tenancy, place, id, asked.query),
    };
    const answer = unheard(asked) ?? refusals.take(errand) ?? done[errand]();
    notify();
    await held;
    return answer;
  }, notify);
  return {
    serviceUrl: `${server.origin}/emea/`,
    requests,
    refuseNext: refusals.add,
    hold() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    close: server.close,
  };
}

function errandOf(method: string, conversation: string | null, part: string | undefined): Errand | null {
  if (conversation === null) return method === "POST" ? "create" : null;
  if (part === "activities") return CHANGES[method] ?? null;
  return method === "GET" && (part === "members" || part === "pagedmembers") ? "members" : null;
}

const CHANGES: Readonly<Record<string, Errand>> = { POST: "send", PUT: "update", DELETE: "delete" };

/** Why the connector does not even look at the request, or null. */
function unheard({ authorization, text }: Asked): Answer | null {
  if (!authorization?.startsWith("Bearer ")) return refused(401, "Unauthorized");
  return Buffer.byteLength(text, "utf16le") > LARGEST ? refused(413, "MessageSizeTooBig") : null;
}
