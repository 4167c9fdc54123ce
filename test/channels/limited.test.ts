/** More than is heard in a minute: it is said once in plain words, nothing of it is kept, and it ends with the minute. */
import { describe, expect, test } from "vitest";
import { openApp as openSlack } from "../slack/app.ts";
import * as inSlack from "../slack/seen.ts";
import { openApp as openTeams } from "../teams/app.ts";
import * as inTeams from "../teams/seen.ts";
import { library } from "./house.ts";

const LIMITS = { person: 3, tenant: 100, address: 100 };
const { tooFast } = library.interview.words.says;

function timesIn(text: string): number {
  return text.split(tooFast).length - 1;
}

test("in Slack", async () => {
  const app = await openSlack({ limits: LIMITS });
  for (const words of ["start", "why", "why"]) await inSlack.say(app, words);
  for (const words of ["log practice 3 hours", "log practice 4 hours", "log practice 5 hours"])
    await inSlack.say(app, words);
  expect(timesIn(inSlack.allText(app))).toBe(1);
  expect(app.complaints).toEqual([]);
  app.pass(61);
  await inSlack.say(app, "review");
  expect(timesIn(inSlack.allText(app))).toBe(1);
  expect(inSlack.allText(app)).not.toMatch(/[345] hours/);
});

test("in Teams", async () => {
  const app = await openTeams({ limits: LIMITS });
  for (const words of ["start", "why", "why"]) await inTeams.say(app, words);
  for (const words of ["log practice 3 hours", "log practice 4 hours"]) await inTeams.say(app, words);
  expect(timesIn(inTeams.allText(app))).toBe(1);
  expect(app.complaints).toEqual([]);
});

describe("an address that cannot prove where its requests come from", () => {
  test("is not listened to after a few tries at Slack's door", async () => {
    const app = await openSlack({ limits: LIMITS });
    const forged = { body: "{}", sign: false };
    const statuses: number[] = [];
    for (let time = 0; time < 8; time += 1) statuses.push((await app.slack.send(forged)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    app.pass(61);
    expect((await app.slack.send(forged)).status).toBe(401);
  });

  test("is not listened to after a few tries at Teams' door", async () => {
    const app = await openTeams({ limits: LIMITS });
    const statuses: number[] = [];
    for (let time = 0; time < 8; time += 1)
      statuses.push((await app.teams.raw({ type: "message" }, { token: null })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  });

  test("is not listened to either where it is of another directory", async () => {
    const app = await openTeams({ limits: LIMITS });
    const token = app.teams.issuer.token({ claims: { tid: "another-directory" } });
    const statuses: number[] = [];
    for (let time = 0; time < 8; time += 1)
      statuses.push((await app.teams.raw({ type: "message" }, { token })).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 429, 429]);
  });
});
