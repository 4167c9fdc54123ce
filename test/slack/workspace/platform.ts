/** What Slack keeps of one workspace: channels, messages, views, files, tokens and triggers. */
import { randomBytes } from "node:crypto";
import type { Block, Json } from "./block.ts";
import type { Entries } from "./form.ts";

/** Whose workspace it is and which app is installed. */
export interface Identity {
  readonly team: string;
  /** The organisation where the app is installed for all of it, else null. */
  readonly enterprise: string | null;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
}

export interface Channel {
  readonly id: string;
  readonly isDirect: boolean;
  /** User ids, the bot's among them where it is in. */
  readonly members: Set<string>;
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  /** Who alone sees it, or null where everybody in the channel does. */
  readonly only: string | null;
  readonly thread: string | null;
  text: string;
  blocks: Block[];
  isEdited: boolean;
  readonly files: readonly File[];
}

export interface View {
  readonly id: string;
  readonly user: string;
  hash: string;
  /** As the app gave it: type, title, submit, close, callback_id, private_metadata, external_id … */
  given: Json;
  blocks: Block[];
  readonly root: string;
  readonly previous: string | null;
  /** What stands beneath the inputs, by block_id. */
  errors: Readonly<Record<string, string>>;
}

export interface File {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly content: Buffer;
}

interface Trigger {
  readonly user: string;
  readonly at: number;
  isUsed: boolean;
}

export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  /** The message that was acted on, or null after a command or a shortcut. */
  readonly message: Message | null;
  readonly at: number;
  uses: number;
}

export interface Token {
  /** "live", or the word with which Slack refuses it. */
  state: "live" | "account_inactive" | "token_revoked";
  /** Milliseconds, or null where it does not expire. */
  readonly expiresAt: number | null;
}

export interface Platform {
  readonly identity: Identity;
  readonly scopes: ReadonlySet<string>;
  readonly client: { readonly id: string; readonly secret: string };
  /** Where this workspace's files and response addresses stand, with a slash at its end. */
  readonly origin: string;
  readonly channels: Map<string, Channel>;
  readonly messages: Message[];
  readonly entries: Map<string, Entries>;
  readonly homes: Map<string, View>;
  readonly stacks: Map<string, View[]>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly tokens: Map<string, Token>;
  readonly codes: Map<string, { readonly redirect: string | null; readonly user: string; isUsed: boolean }>;
  readonly refreshTokens: Set<string>;
  readonly uploads: Map<string, { readonly name: string; readonly length: number; content: Buffer | null }>;
  readonly files: Map<string, File>;
  readonly prompts: Map<string, Json>;
  /** User groups: who is in each, by its id. */
  readonly groups: Map<string, readonly string[]>;
  readonly statuses: Map<string, string>;
  now(): number;
  /** A new id, unlike any other of any workspace. */
  id(prefix: string): string;
  /** A new time of a message, later than all before. */
  ts(): string;
}

export interface PlatformOptions {
  readonly identity: Identity;
  readonly scopes: ReadonlySet<string>;
  readonly client: { readonly id: string; readonly secret: string };
  readonly origin: string;
  readonly token: string;
  readonly now: () => number;
}

export function newPlatform({ token, now, ...given }: PlatformOptions): Platform {
  // Like Slack's own ids these are never used twice, not even by the workspace of another test.
  const salt = randomBytes(4).toString("hex").toUpperCase();
  let count = 0;
  let last = 0;
  return {
    ...given,
    channels: new Map(),
    messages: [],
    entries: new Map(),
    homes: new Map(),
    stacks: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    tokens: new Map([[token, { state: "live", expiresAt: null }]]),
    codes: new Map(),
    refreshTokens: new Set(),
    uploads: new Map(),
    files: new Map(),
    prompts: new Map(),
    groups: new Map(),
    statuses: new Map(),
    now,
    id(prefix) {
      count += 1;
      return `${prefix}${salt}${count}`;
    },
    ts() {
      last = Math.max(last + 1, now() * 1_000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, "0")}`;
    },
  };
}
