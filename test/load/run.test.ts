/** A small run in this process: real doors, real requests, a real file; only the replicas are not processes of their own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { openCrowd } from "../../bench/load/crowd.ts";
import { readKept } from "../../bench/load/kept.ts";
import type { Line } from "../../bench/load/line.ts";
import { openMailroom } from "../../bench/load/mailroom.ts";
import type { Outcome } from "../../bench/load/outcome.ts";
import { programEnvironment } from "../../bench/load/replicas.ts";
import { reportOf } from "../../bench/load/report.ts";
import { openSlackPlatform } from "../../bench/load/slack-platform.ts";
import { teamsDoorHere } from "../../bench/load/teams-door.ts";
import { openTeamsPlatform } from "../../bench/load/teams-platform.ts";
import { judge } from "../../bench/load/verdicts.ts";
import { openIssuer } from "../../bench/teams/issuer.ts";
import { doorsOf } from "../../src/app/doors.ts";
import { openService } from "../../src/app/service.ts";
import { readConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openDice } from "../crash/dice.ts";

/** Milliseconds. */
const TALK = 20_000;
const LONGEST = 60_000;
/** Lines of each kind that are waited for: a busy computer hears them later. */
const ENOUGH = 5;

/** How many lines were heard in Slack and in Teams, typed and pressed. */
function heardOf(lines: readonly Line[]): number[] {
  return ["slack", "teams"].flatMap((channel) =>
    [true, false].map(
      (isPressed) =>
        lines.filter(
          ({ conversation, turns }) => conversation.startsWith(channel) && (turns.length === 0) === isPressed,
        ).length,
    ),
  );
}

async function smallRun(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "signpost-load-"));
  const mail = openMailroom();
  const [slack, teams, issuer] = await Promise.all([
    openSlackPlatform(mail),
    openTeamsPlatform(mail),
    openIssuer(),
  ]);
  const environment = programEnvironment(0, slack.address, { SIGNPOST_DATA: folder });
  const config = readConfig({ ...environment, SIGNPOST_PORT: "0", SIGNPOST_LOG: "silent" });
  const doors = [...(await doorsOf(config)), teamsDoorHere(issuer.metadata, "load-0")];
  const service = await openService(config, { write: () => undefined }, doors);
  const serviceUrl = `${teams.address}/`;
  const begin = Date.now();
  const crowd = openCrowd({
    address: service.address,
    mail,
    teams: { mail, serviceUrl, token: () => issuer.token(serviceUrl) },
    dice: openDice(1),
    people: 8,
    rate: 40,
  });
  while (Math.min(...heardOf(crowd.lines)) < ENOUGH && Date.now() - begin < TALK) await setTimeout(50);
  const end = Date.now();
  await crowd.finish();
  // It waits for what is on its way.
  await service.stop();
  const db = await openDatabase(config.database);
  const kept = await readKept(db);
  await db.destroy();
  for (const each of [slack, teams, issuer]) each.close();
  rmSync(folder, { recursive: true });
  const nothing = { waiting: 0, faults: [], memories: [], ages: [], refused: 0, kills: [[]], deaths: [] };
  const { lines, tally } = crowd;
  return { ...nothing, begin, end, calmAt: end, lines, tally, arrivals: mail.arrivals, kept };
}

describe("a small run of the load", () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await smallRun();
  }, LONGEST);
  const missed = (changed: Partial<Outcome> = {}) =>
    judge({ ...outcome, ...changed })
      .verdicts.filter(({ isReached }) => !isReached)
      .map(({ name }) => name);

  test("loses nothing, doubles nothing, and is heard in both channels by typing and by pressing", () => {
    expect(missed()).toEqual([]);
    expect(Math.min(...heardOf(outcome.lines))).toBeGreaterThanOrEqual(ENOUGH);
    expect(reportOf(outcome, judge(outcome))).toContain("reached  no reply came twice");
  });

  test("would show a turn that is lost, one that is doubled, and a reply that came twice or never", () => {
    const { kept, arrivals } = outcome;
    const [turn] = kept.turns;
    const arrival = arrivals.findLast(({ number }) => number !== null);
    if (!turn || !arrival) throw new Error("Nothing was said");
    const once = "every acknowledged line is kept exactly once";
    expect(missed({ kept: { ...kept, turns: kept.turns.slice(1) } })).toEqual([once]);
    expect(missed({ kept: { ...kept, turns: [...kept.turns, { ...turn, id: "again" }] } })).toEqual([once]);
    expect(missed({ arrivals: [...arrivals, { ...arrival, message: "again" }] })).toEqual([
      "no reply came twice",
    ]);
    expect(missed({ arrivals: arrivals.filter((each) => each !== arrival) })).toEqual([
      "every reply was delivered and arrived",
    ]);
  });
});
