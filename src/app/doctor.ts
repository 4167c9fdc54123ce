/** `signpost doctor`: what is configured, what each channel still needs, and whether the database answers. */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { connect, isPostgres, shownAddress } from "../store/database.ts";
import { findTrouble } from "../store/health.ts";

/** False where something has to be mended before `signpost start` will work. Nothing secret is printed. */
export async function examine(
  environment: NodeJS.ProcessEnv,
  print: (text: string) => void,
): Promise<boolean> {
  const say = (what: string, line: string) => print(`${what.padEnd(14)}${line}\n`);
  say("Node", process.version);
  const config = configIn(environment, print);
  if (!config) return false;
  say("Environment", "in order");
  for (const [channel, line] of channelLines(config)) say(channel, line);
  return examineDatabase(config, say);
}

function configIn(environment: NodeJS.ProcessEnv, print: (text: string) => void): Config | null {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    print(`${error.message}\n`);
    return null;
  }
}

function channelLines(config: Config): [string, string][] {
  return [
    ["Page", pageLine(config)],
    ["Slack", slackLine(config)],
    ["Teams", teamsLine(config)],
  ];
}

function pageLine({ web, host, port }: Config): string {
  if (!web) return "switched off (SIGNPOST_WEB=off)";
  const who = web.isPublic ? "for everybody who can reach it" : "for this computer only";
  return `on, at http://${host}:${port}, ${who}`;
}

function slackLine({ slack }: Config): string {
  if (!slack) return "not set up (SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET)";
  const where =
    slack.install.kind === "one" ? "one workspace" : "every workspace that installs it at /slack/install";
  return `on, in ${where}${slack.appToken === null ? "" : ", through a socket: for development only"}`;
}

function teamsLine({ teams }: Config): string {
  if (!teams) return "not set up (TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID)";
  if (!teams.app) return "on without authentication, on this computer only";
  return `on, for the directory ${teams.app.tenant}`;
}

/** Is the nearest folder that is there one that may be written? */
function canMake(path: string): boolean {
  const folder = dirname(path);
  if (!existsSync(folder)) return canMake(folder);
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

async function examineDatabase(
  { database }: Config,
  say: (what: string, line: string) => void,
): Promise<boolean> {
  const shown = shownAddress(database);
  if (!isPostgres(database) && !existsSync(database)) {
    if (!canMake(database)) {
      say("Database", `${shown} cannot be made there: set SIGNPOST_DATA to a folder that may be written`);
      return false;
    }
    say("Database", `${shown} is not there yet; signpost start makes it, and so does signpost migrate`);
    return true;
  }
  const db = await connect(database);
  const trouble = await findTrouble(db).finally(() => db.destroy());
  say("Database", trouble === null ? `${shown} answers and is up to date` : `${shown}: ${trouble}`);
  return trouble === null;
}
