/** One run: everything is opened, people speak, faults come and go, and everything is closed again. */
import { setTimeout } from "node:timers/promises";
import type { Kysely } from "kysely";
import { findBacklog } from "../../src/store/backlog.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Schema } from "../../src/store/schema.ts";
import { type Dice, openDice } from "../../test/crash/dice.ts";
import { openIssuer } from "../teams/issuer.ts";
import { type Crowd, openCrowd } from "./crowd.ts";
import { type Fault, inflictAll } from "./faults.ts";
import { readKept } from "./kept.ts";
import { openMailroom } from "./mailroom.ts";
import type { Options } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { openReplicas } from "./replicas.ts";
import { openSlackPlatform } from "./slack-platform.ts";
import { openStore } from "./store.ts";
import { openTeamsPlatform } from "./teams-platform.ts";
import { openWatch } from "./watch.ts";

/** Milliseconds. */
const MINUTE = 60_000;
const LONGEST_CALM = 90_000;
const LOOK = 250;
/** A token of Teams is good for an hour; another one is asked for long before. */
const TOKEN = 10 * MINUTE;
const SEED = 2_026;

/** What has to be closed in the end, the last first. */
export type Closing = (() => unknown)[];

export async function run(options: Options, closing: Closing, signal: AbortSignal): Promise<Outcome> {
  const dice: Dice = openDice(SEED);
  const opened = <Item>(item: Item, close: (item: Item) => unknown): Item => {
    closing.push(() => close(item));
    return item;
  };
  const store = opened(await openStore(options.store), (each) => each.close());
  const mail = openMailroom();
  const slack = opened(await openSlackPlatform(mail), (each) => each.close());
  const teams = opened(await openTeamsPlatform(mail), (each) => each.close());
  const issuer = opened(await openIssuer(), (each) => each.close());
  const replicas = opened(
    await openReplicas({
      count: options.replicas,
      database: store.environment,
      slackApi: slack.address,
      metadata: issuer.metadata,
      dice: openDice(process.pid),
    }),
    (each) => each.close(),
  );
  const { programs, address } = replicas;
  const serviceUrl = `${teams.address}/`;
  const token = renewed(() => issuer.token(serviceUrl));
  const watch = opened(openWatch(programs), (each) => each.stop());
  const { people, rate } = options;
  const begin = Date.now();
  const crowd = openCrowd({ address, mail, teams: { mail, serviceUrl, token }, dice, people, rate });
  const faults: Fault[] = [];
  const length = options.minutes * MINUTE;
  const harmed = options.hasFaults
    ? inflictAll({ programs, postgres: store.server, platforms: [slack, teams] }, length, signal, faults)
    : Promise.resolve();
  // It is looked at in the end.
  harmed.catch(() => undefined);
  await setTimeout(length, undefined, { signal }).catch(() => undefined);
  const end = Date.now();
  await Promise.all([crowd.finish(), harmed]);
  const db = opened(await openDatabase(store.address), (each) => each.destroy());
  const waiting = await untilCalm(db);
  watch.stop();
  return {
    begin,
    end,
    calmAt: Date.now(),
    waiting,
    faults,
    memories: watch.memories,
    ages: watch.ages,
    ...saidBy(crowd),
    arrivals: mail.arrivals,
    refused: slack.refused + teams.refused,
    kills: programs.map((program) => [...program.kills.values()]),
    deaths: programs.flatMap(deathOf),
    kept: await readKept(db),
  };
}

function saidBy({ lines, tally }: Crowd): Pick<Outcome, "lines" | "tally"> {
  return { lines, tally };
}

function deathOf(program: { expectAlive(): void }): string[] {
  try {
    program.expectAlive();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** How many replies still wait when there is no hope any more; 0 where all went out. */
async function untilCalm(db: Kysely<Schema>): Promise<number> {
  const end = Date.now() + LONGEST_CALM;
  for (;;) {
    const { depth } = await findBacklog(db, ["slack", "teams"]);
    if (depth === 0 || Date.now() > end) return depth;
    await setTimeout(LOOK);
  }
}

function renewed(make: () => string): () => string {
  let token = make();
  let until = Date.now() + TOKEN;
  return () => {
    if (Date.now() > until) {
      token = make();
      until = Date.now() + TOKEN;
    }
    return token;
  };
}
