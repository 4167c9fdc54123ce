/** Slack's servers on a port of this machine: the Web API, response addresses, uploads, files and the consent page. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { ASSISTANT } from "./assistant-methods.ts";
import type { Json } from "./block.ts";
import { CHAT } from "./chat-methods.ts";
import { FILES, upload } from "./file-methods.ts";
import { type Methods, refusal } from "./method.ts";
import type { Platform } from "./platform.ts";
import { type Answer, newRefusals, type Refusals } from "./refusals.ts";
import { respond } from "./response-url.ts";
import { FORM, readJson } from "./signing.ts";
import { newCode, refusedToken, TOKENS } from "./token-methods.ts";
import { USERGROUPS } from "./usergroup-methods.ts";
import { VIEWS } from "./view-methods.ts";

/** One call that was received, refused or not; `method` is "response_url" and "upload" for those. */
export interface Call {
  readonly method: string;
  readonly body: Json;
  /** Milliseconds. */
  readonly at: number;
}

/** One workspace as the servers see it. */
export interface Tenant {
  readonly platform: Platform;
  readonly calls: Call[];
  readonly refusals: Refusals;
  /** Called after every answer. */
  notify(): void;
}

export interface WebApi {
  /** With a slash at its end. */
  readonly origin: string;
  /** Several workspaces can live behind one address, as they do in life. */
  readonly tenants: Tenant[];
  close(): Promise<void>;
}

const METHODS: Methods = { ...ASSISTANT, ...CHAT, ...FILES, ...TOKENS, ...USERGROUPS, ...VIEWS };
/** Methods that nobody needs a token for. */
const OPEN: ReadonlySet<string> = new Set(["oauth.v2.access"]);
const SCOPES: readonly (readonly [prefix: string, scope: string])[] = [
  ["chat.", "chat:write"],
  ["conversations.open", "im:write"],
  ["assistant.", "assistant:write"],
  ["files.", "files:write"],
  ["usergroups.", "usergroups:read"],
];
/** What a form carries as JSON. */
const STRUCTURED: ReadonlySet<string> = new Set(["attachments", "blocks", "files", "prompts", "view"]);

export function newTenant(platform: Platform, notify: () => void): Tenant {
  return { platform, calls: [], refusals: newRefusals(), notify };
}

export async function openWebApi(): Promise<WebApi> {
  const tenants: Tenant[] = [];
  const server = createServer((request, response) => {
    answer(tenants, request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}/`,
    tenants,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(tenants: readonly Tenant[], request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const bytes = await buffer(request);
  const [, room = "", name = ""] = url.pathname.match(/^\/(api|response|upload|file)\/(.+)$/) ?? [];
  const type = request.headers["content-type"] ?? "";
  const bearer = request.headers.authorization?.replace(/^Bearer /, "") ?? null;
  const body = room === "api" || room === "response" ? readBody(type, bytes) : {};
  const token = bearer ?? String(body.token ?? "");
  const tenant = tenantOf(tenants, url, { room, name, token, body });
  if (!tenant) return void response.writeHead(404).end();
  const { platform, refusals, calls } = tenant;
  const method = { api: name, response: "response_url", upload: "upload" }[room];
  if (method) calls.push({ method, body, at: platform.now() });
  const told = method ? refusals.take(method) : null;
  const done = told ?? (await act({ platform, room, name, token, body, type, bytes, url }));
  const isText = typeof done.body === "string";
  response.writeHead(done.status, {
    ...(!isText && { "content-type": "application/json" }),
    ...done.headers,
  });
  response.end(isText ? done.body : JSON.stringify(done.body));
  tenant.notify();
}

/** Whose call it is: by the id or team in the address, else by the token or code; else the first, which refuses. */
function tenantOf(
  tenants: readonly Tenant[],
  { searchParams }: URL,
  { room, name, token, body }: Pick<Asked, "room" | "name" | "token" | "body">,
): Tenant | undefined {
  const owns = ({ platform }: Tenant) =>
    platform.identity.team === searchParams.get("team") ||
    platform.responseUrls.has(name) ||
    platform.uploads.has(name) ||
    platform.files.has(name) ||
    (room === "api" &&
      (platform.tokens.has(token) ||
        platform.codes.has(String(body.code)) ||
        platform.refreshTokens.has(String(body.refresh_token))));
  return tenants.find(owns) ?? tenants[0];
}

interface Asked {
  readonly platform: Platform;
  readonly room: string;
  readonly name: string;
  readonly token: string;
  readonly body: Json;
  readonly type: string;
  readonly bytes: Buffer;
  readonly url: URL;
}

async function act({ platform, room, name, token, body, type, bytes, url }: Asked): Promise<Answer> {
  if (room === "api") return { status: 200, body: call(platform, name, token, body) };
  if (room === "response") {
    const { status, answer } = respond(platform, name, body);
    return { status, body: answer };
  }
  if (room === "upload") return upload(platform, name, type, bytes);
  if (room === "file") {
    const file = platform.files.get(name);
    // Whoever may not read a file is sent to a page to sign in, with status 200.
    const mayRead = platform.scopes.has("files:read") && refusedToken(platform, token) === null;
    return { status: 200, body: file && mayRead ? file.content.toString() : "<!doctype html><title>Sign in" };
  }
  return url.pathname === "/oauth/v2/authorize" ? consent(platform, url) : { status: 404, body: "" };
}

function call(platform: Platform, name: string, token: string, body: Json): Json {
  const method = METHODS[name];
  if (!method) return refusal("unknown_method");
  const refused = OPEN.has(name) ? null : refusedToken(platform, token);
  if (refused) return refusal(refused);
  const needed = SCOPES.find(([prefix]) => name.startsWith(prefix))?.[1];
  if (needed && !platform.scopes.has(needed))
    return { ...refusal("missing_scope"), needed, provided: [...platform.scopes].join(",") };
  return method(platform, body, { token });
}

/** Somebody allows the app: back to where it asks for, with a code and its state. */
function consent(platform: Platform, { searchParams }: URL): Answer {
  const redirect = searchParams.get("redirect_uri");
  if (searchParams.get("client_id") !== platform.client.id || !redirect)
    return { status: 400, body: "invalid_client_id" };
  const back = new URL(redirect);
  back.searchParams.set("code", newCode(platform, "UINSTALLER", redirect));
  back.searchParams.set("state", searchParams.get("state") ?? "");
  return { status: 302, headers: { location: back.href }, body: "" };
}

function readBody(type: string, bytes: Buffer): Json {
  const text = bytes.toString();
  if (!type.startsWith(FORM)) return (readJson(text) ?? {}) as Json;
  const fields = [...new URLSearchParams(text)];
  return Object.fromEntries(
    fields.map(([name, value]) => [name, STRUCTURED.has(name) ? (readJson(value) ?? value) : value]),
  );
}
