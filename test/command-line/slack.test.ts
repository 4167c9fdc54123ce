/** `signpost start` in Slack, with nothing but the documented variables, as an admin sets it up. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DATABASES, newDatabase, type TestDatabase } from "../databases.ts";
import { textOf } from "../slack/workspace/readable.ts";
import { openWorkspace, type Workspace } from "../slack/workspace/workspace.ts";
import { type Served, serve } from "./served.ts";
import { newFolder } from "./signpost.ts";

const ANN = "U0ANN";
const SIGNING = "a signing secret of the tests";
const SECRET = "a secret of at least thirty-two characters";

describe.each(DATABASES)("signpost start in Slack on %s", (kind) => {
  let database: TestDatabase;
  let folder: ReturnType<typeof newFolder>;
  let slack: Workspace;
  let served: Served[];

  beforeEach(async () => {
    database = await newDatabase(kind);
    folder = newFolder();
    slack = await openWorkspace({ signingSecret: SIGNING });
    served = [];
  });
  afterEach(async () => {
    for (const each of served) await each.stop("SIGKILL");
    await slack.close();
    await database.remove();
    folder.remove();
  });

  async function start(more: Record<string, string>): Promise<Served> {
    const kept = kind === "SQLite" ? { SIGNPOST_DATA: folder.path } : { DATABASE_URL: database.address };
    const env = { SLACK_SIGNING_SECRET: SIGNING, SLACK_API_URL: slack.apiUrl, SIGNPOST_WEB: "off" };
    const service = await serve({ ...kept, ...env, ...more });
    served.push(service);
    slack.app = service.address;
    return service;
  }

  test("serves one workspace by its token, and what was on its way arrives after a restart", async () => {
    const token = { SLACK_BOT_TOKEN: slack.token };
    const first = await start(token);
    await slack.say(ANN, "hello");
    await slack.until(() => slack.seen(ANN)[0]);
    slack.refuseNext("chat.postMessage", { retryAfter: 1, times: 1 });
    const refused = slack.calls.length;
    expect((await slack.say(ANN, "a college")).status).toBe(200);
    await slack.until(() => slack.calls.length > refused);
    expect(await first.stop()).toBe(0);
    const second = await start(token);
    const answer = await slack.until(() => slack.seen(ANN)[1]);
    expect(textOf(answer)).toContain("Where you work: A college.");
    expect(await second.stop()).toBe(0);
    expect(first.err() + second.err() + second.out()).not.toContain(slack.token);
  });

  test("is installed by anybody from its page, greets whoever did, and is gone at once when it is removed", async () => {
    const client = { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "client-secret" };
    const service = await start({ ...client, SIGNPOST_SECRET: SECRET });
    expect((await slack.command("U0BOB", "start")).body).toContain("not installed in this workspace");
    slack.join("C0STAFF", "U0ADMIN");
    const out = await fetch(`${service.address}/slack/install`, { redirect: "manual" });
    const asked = new URL(out.headers.get("location") ?? "");
    expect(asked.searchParams.get("scope")).toBe(
      "app_mentions:read,assistant:write,chat:write,commands,im:history,im:write",
    );
    const back = new URLSearchParams({
      state: asked.searchParams.get("state") ?? "",
      code: slack.allow("U0ADMIN"),
    });
    const cookie = out.headers.get("set-cookie")?.split(";")[0] ?? "";
    const done = await fetch(`${service.address}/slack/oauth_redirect?${back}`, { headers: { cookie } });
    expect(done.status).toBe(200);
    expect(await done.text()).toContain("Signpost is installed");
    expect(textOf(await slack.until(() => slack.seen("U0ADMIN")[0]))).toContain("Signpost is installed");
    await slack.say(ANN, "hello");
    expect(textOf(await slack.until(() => slack.seen(ANN)[0]))).toContain("Where do you work");
    expect((await slack.uninstall()).status).toBe(200);
    expect((await slack.command(ANN, "start")).body).toContain("not installed in this workspace");
    expect(service.err()).not.toMatch(/xox[a-z]-|client-secret/);
  });
});
