/** The variables of the environment that are about Slack, and what is wrong about them together. */
import { z } from "zod";
import type { Flaw } from "../facts/flaw.ts";
import { isLoopback } from "./loopback.ts";

export interface SlackConfig {
  /** null where Slack is spoken to through a socket. */
  readonly signingSecret: string | null;
  /** Ends with a slash. */
  readonly apiUrl: string;
  readonly install: OneWorkspace | ManyWorkspaces;
  /** For Socket Mode, in development. */
  readonly appToken: string | null;
}

export interface OneWorkspace {
  readonly kind: "one";
  readonly token: string;
}

/** Anybody may install the app; what they give is kept sealed. */
export interface ManyWorkspaces {
  readonly kind: "many";
  readonly clientId: string;
  readonly clientSecret: string;
  readonly secret: string;
  /** The secret used before; what it sealed is still read. */
  readonly secretBefore: string | null;
}

const API_URL = "https://slack.com/api/";

export const SLACK_VARIABLES = {
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith("xoxb-", "this is not a bot token; copy the one that begins with xoxb-")
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith("xapp-", "this is not an app-level token; copy the one that begins with xapp-")
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine(isApiAddress, `write it as ${API_URL}; http only to this computer`)
    .optional(),
};
type Name = keyof typeof SLACK_VARIABLES;
type Named = Readonly<
  Partial<Record<Name | "SIGNPOST_SECRET" | "SIGNPOST_SECRET_BEFORE", string | undefined>>
>;

const NAMES = Object.keys(SLACK_VARIABLES) as readonly Name[];

/** `set`: variables that are set to something. What each may be alone is judged elsewhere. */
export function slackFlaws(set: Named): Flaw[] {
  if (NAMES.every((name) => set[name] === undefined)) return [];
  return [...signingFlaws(set), ...installFlaws(set)];
}

function signingFlaws({ SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: token }: Named): Flaw[] {
  if (secret !== undefined || token !== undefined) return [];
  const right = "copy the Signing Secret from the app's Basic Information, or set SLACK_APP_TOKEN to develop";
  return [{ path: "SLACK_SIGNING_SECRET", wrong: "without it nobody can tell who speaks as Slack", right }];
}

function installFlaws(set: Named): Flaw[] {
  const { SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret } = set;
  if (token === undefined && id === undefined && secret === undefined) {
    const right =
      "set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET to be installed in many";
    return [{ path: "SLACK_BOT_TOKEN", wrong: "Slack is set up, but where the app speaks is not", right }];
  }
  if (token !== undefined && (id !== undefined || secret !== undefined)) {
    const right = "keep it for one workspace, or take it out and let the app be installed in many";
    return [
      { path: "SLACK_BOT_TOKEN", wrong: "it stands beside SLACK_CLIENT_ID or SLACK_CLIENT_SECRET", right },
    ];
  }
  if (token !== undefined) return [];
  return [...pairFlaws(set), ...sealingFlaws(set)];
}

function pairFlaws({ SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret }: Named): Flaw[] {
  if (id !== undefined && secret !== undefined) return [];
  const [path, other] =
    id === undefined
      ? ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"]
      : ["SLACK_CLIENT_SECRET", "SLACK_CLIENT_ID"];
  const right = "copy both from the app's Basic Information";
  return [{ path, wrong: `it is missing beside ${other}`, right }];
}

function sealingFlaws({ SIGNPOST_SECRET: secret }: Named): Flaw[] {
  if (secret !== undefined) return [];
  const right = "set it to at least 32 characters, made by a random generator";
  return [{ path: "SIGNPOST_SECRET", wrong: "what is kept of each workspace is sealed with it", right }];
}

/** null where nothing about Slack is set. Only for variables without flaws. */
export function slackFrom(set: Named): SlackConfig | null {
  if (NAMES.every((name) => set[name] === undefined)) return null;
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl = API_URL } = set;
  return {
    signingSecret: set.SLACK_SIGNING_SECRET ?? null,
    apiUrl: apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/`,
    install: token === undefined ? manyFrom(set) : { kind: "one", token },
    appToken: set.SLACK_APP_TOKEN ?? null,
  };
}

function manyFrom(set: Named): ManyWorkspaces {
  return {
    kind: "many",
    clientId: set.SLACK_CLIENT_ID ?? "",
    clientSecret: set.SLACK_CLIENT_SECRET ?? "",
    secret: set.SIGNPOST_SECRET ?? "",
    secretBefore: set.SIGNPOST_SECRET_BEFORE ?? null,
  };
}

/** Tokens go there: in the clear only to this computer. */
function isApiAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, search, hash } = new URL(address);
  const isHere = isLoopback(hostname.replace(/^\[|\]$/g, ""));
  return (protocol === "https:" || (protocol === "http:" && isHere)) && search === "" && hash === "";
}
