/** The programs under load: so many replicas on one database, behind a proxy that gives each its turn. */
import { fileURLToPath } from "node:url";
import type { Dice } from "../../test/crash/dice.ts";
import { freePort, openProgram, type Program } from "../../test/crash/program.ts";
import { openProxy } from "../../test/crash/proxy.ts";
import { SIGNING_SECRET } from "../slack/clicks.ts";
import { managersOfLoad } from "./crowd.ts";
import { tokenOf } from "./platform.ts";

const CLOCK = new URL("clock.js", import.meta.url).href;
const HOUSE = fileURLToPath(new URL("house.js", import.meta.url));
/** What stands in the environment of whoever starts it must not reach the programs. */
const UNSET = {
  DATABASE_URL: "",
  SIGNPOST_HOST: "",
  SIGNPOST_SECRET: "",
  SLACK_APP_TOKEN: "",
  SLACK_CLIENT_ID: "",
};

export interface Replicas {
  readonly programs: readonly Program[];
  /** Where all of them are spoken to, one after the other. */
  readonly address: string;
  close(): Promise<void>;
}

export interface Needed {
  readonly count: number;
  /** What the programs are told about their database. */
  readonly database: Readonly<Record<string, string>>;
  readonly slackApi: string;
  /** Where the keys are by which requests of Teams are verified. */
  readonly metadata: string;
  readonly dice: Dice;
}

/** `database`: what a program is told about it. */
export function programEnvironment(
  replica: number,
  slackApi: string,
  database: Needed["database"],
): Record<string, string> {
  return {
    ...UNSET,
    ...database,
    SIGNPOST_WEB: "off",
    // Everybody here comes from one address and two tenants, which are many more in life.
    SIGNPOST_LIMITS: "person=600 tenant=1000000 address=1000000",
    SIGNPOST_MANAGERS: managersOfLoad(),
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_BOT_TOKEN: tokenOf(replica),
    SLACK_API_URL: `${slackApi}/api/`,
  };
}

export async function openReplicas({ count, database, slackApi, metadata, dice }: Needed): Promise<Replicas> {
  const programs: Program[] = [];
  for (let replica = 0; replica < count; replica += 1)
    programs.push(
      openProgram({
        command: ["--enable-source-maps", "--import", CLOCK, HOUSE, metadata, tokenOf(replica)],
        port: await freePort(dice),
        environment: programEnvironment(replica, slackApi, database),
      }),
    );
  const proxy = await openProxy(programs.map(({ port }) => port));
  const close = async () => {
    proxy.close();
    await Promise.all(programs.map((program) => program.kill()));
  };
  try {
    await Promise.all(programs.map((program) => program.start()));
    for (const program of programs) program.expectAlive();
  } catch (error) {
    await close();
    throw error;
  }
  return { programs, address: proxy.address, close };
}
