/** The only reader of the environment: once, at start, with every wrong or missing variable named at once. */
import { join } from "node:path";
import { z } from "zod";
import { quietSchema, zoneSchema } from "./config/hours.ts";
import { limitsSchema } from "./config/limits.ts";
import { isLoopback } from "./config/loopback.ts";
import { managersSchema, type Named } from "./config/managers.ts";
import { SLACK_VARIABLES, type SlackConfig, slackFlaws, slackFrom } from "./config/slack.ts";
import { TEAMS_VARIABLES, type TeamsConfig, teamsFlaws, teamsFrom } from "./config/teams.ts";
import { type Flaw, readWith, sentenceOf } from "./facts/flaw.ts";
import { didYouMean } from "./facts/nearest.ts";
import type { Limits } from "./limits.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A secret shorter than this can be guessed. */
const SHORTEST_SECRET = 32;
const SECRET_NEEDED = `set it to at least ${SHORTEST_SECRET} characters, made by a random generator`;

const secret = z
  .string()
  .refine(({ length }) => length >= SHORTEST_SECRET, SECRET_NEEDED)
  .optional();

/** What may hold a password is checked in a way that never repeats it. */
const environmentSchema = z.object({
  SIGNPOST_DATA: z.string().default("data"),
  DATABASE_URL: z
    .string()
    .refine(isPostgresAddress, "write it as postgres://user:password@host:5432/name")
    .optional(),
  SIGNPOST_HOST: z.string().default("127.0.0.1"),
  SIGNPOST_PORT: z
    .string()
    .refine(isPort, "write a number from 0 to 65535, such as 3000")
    .default("3000")
    .transform(Number),
  SIGNPOST_WEB: z.enum(["on", "off", "public"]).default("on"),
  SIGNPOST_SECRET: secret,
  SIGNPOST_SECRET_BEFORE: secret,
  SIGNPOST_MANAGERS: managersSchema,
  SIGNPOST_QUIET: quietSchema,
  SIGNPOST_TIME_ZONE: zoneSchema,
  SIGNPOST_LIMITS: limitsSchema,
  SIGNPOST_PROXIES: z
    .string()
    .refine(isFew, "write how many proxies stand in front of the program, from 0 to 9")
    .default("0")
    .transform(Number),
  SIGNPOST_KEEP_MONTHS: z
    .string()
    .refine(isMonths, "write a whole number of months from 1 to 120, such as 24")
    .default("24")
    .transform(Number),
  SIGNPOST_LOG: z.enum(LOG_LEVELS).default("info"),
  ...SLACK_VARIABLES,
  ...TEAMS_VARIABLES,
});
type Variables = Readonly<Record<string, string | undefined>>;
type Environment = z.infer<typeof environmentSchema>;

/** Every variable that is read, for `doctor` and for slips of the pen. */
export const VARIABLES = Object.keys(environmentSchema.shape);

export interface Config {
  /** A file, or postgres://… */
  readonly database: string;
  readonly host: string;
  readonly port: number;
  /** null where the page is switched off. */
  readonly web: { readonly isPublic: boolean; readonly secret: string | null } | null;
  /** null where nothing about Slack is set. */
  readonly slack: SlackConfig | null;
  /** null where nothing about Teams is set. */
  readonly teams: TeamsConfig | null;
  /** Who may make teams, beside everybody on this computer's own page and terminal. */
  readonly managers: readonly Named[];
  /** When nobody is reminded (minutes of the day), by the clock of `zone` where people say none. */
  readonly hours: { readonly quiet: { readonly from: number; readonly to: number }; readonly zone: string };
  /** How much is heard in a minute; null where nothing is limited. */
  readonly limits: Limits | null;
  /** How many proxies stand in front, so that the address of who asks is known. */
  readonly proxies: number;
  /** After so many months without a word from them, people are forgotten. */
  readonly keepMonths: number;
  readonly log: LogLevel;
}

/** Variables that are wrong, with words for the person who started the program. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** A variable that is set to nothing is not set. Throws a ConfigError that lists every variable that is wrong. */
export function readConfig(environment: Variables): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = readWith(environmentSchema, set);
  const wrong = "flaws" in read ? read.flaws.map(withoutValue) : [];
  const flaws = [
    ...wrong,
    ...[...exposureFlaws(set), ...slackFlaws(set), ...teamsFlaws(set)].filter(
      ({ path }) => !wrong.some((each) => each.path === path),
    ),
    ...unknownFlaws(Object.keys(set)),
  ];
  if (flaws.length > 0 || "flaws" in read)
    throw new ConfigError(`The environment is not right:\n${flaws.map(sentenceOf).join("\n")}`);
  return configFrom(read.value);
}

function configFrom(set: Environment): Config {
  const isPublic = set.SIGNPOST_WEB === "public";
  return {
    database: set.DATABASE_URL ?? join(set.SIGNPOST_DATA, "signpost.db"),
    host: set.SIGNPOST_HOST,
    port: set.SIGNPOST_PORT,
    web: set.SIGNPOST_WEB === "off" ? null : { isPublic, secret: set.SIGNPOST_SECRET ?? null },
    slack: slackFrom(set),
    teams: teamsFrom(set),
    managers: set.SIGNPOST_MANAGERS,
    hours: { quiet: set.SIGNPOST_QUIET, zone: set.SIGNPOST_TIME_ZONE },
    limits: set.SIGNPOST_LIMITS,
    proxies: set.SIGNPOST_PROXIES,
    keepMonths: set.SIGNPOST_KEEP_MONTHS,
    log: set.SIGNPOST_LOG,
  };
}

/** The page lets anybody in who can reach it, so reaching it from elsewhere has to be meant. */
function exposureFlaws({
  SIGNPOST_WEB: web = "on",
  SIGNPOST_HOST: host = "127.0.0.1",
  SIGNPOST_SECRET: secret,
}: Variables): Flaw[] {
  if (web === "on" && !isLoopback(host)) {
    const right =
      "set SIGNPOST_WEB=public and a SIGNPOST_SECRET if that is meant, SIGNPOST_WEB=off for no page, or SIGNPOST_HOST=127.0.0.1";
    return [{ path: "SIGNPOST_HOST", wrong: "the page would be open to everybody who can reach it", right }];
  }
  if (web === "public" && secret === undefined) {
    return [
      {
        path: "SIGNPOST_SECRET",
        wrong: "a page that is public needs a secret for its sessions",
        right: SECRET_NEEDED,
      },
    ];
  }
  return [];
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isFew(text: string): boolean {
  return /^\d$/.test(text);
}

function isMonths(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120;
}

function isPostgresAddress(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address) && URL.canParse(address);
}

/** A secret may stand in the wrong variable. */
function withoutValue(flaw: Flaw): Flaw {
  return { ...flaw, wrong: flaw.wrong.replace(/^".*" is not/, "this is not") };
}

/** A line of .env without its = becomes a part of the next name, and may hold a secret. */
function unknownFlaws(names: readonly string[]): Flaw[] {
  return names
    .filter((name) => /^SIGNPOST_|^(SLACK|TEAMS)_\w*\W/.test(name) && !VARIABLES.includes(name))
    .map((name) => {
      const path = /^\w*/.exec(name)?.[0] ?? "";
      if (path !== name)
        return { path, wrong: "this line has no = after its name", right: "write NAME=value" };
      return { path, wrong: "no such variable is read", right: didYouMean(name, VARIABLES) };
    });
}
