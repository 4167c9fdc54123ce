/** The Slack door, built from what is configured: one workspace by its token, or every one that installs the app. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { registerInstall } from "../channels/slack/install.ts";
import {
  type Installations,
  type ManyInstallations,
  openMany,
  openOne,
} from "../channels/slack/installations.ts";
import { openSlack, type SlackChannel } from "../channels/slack/slack.ts";
import { SLACK } from "../channels/slack/world.ts";
import type { Config } from "../config.ts";
import { openVault } from "../vault.ts";
import type { Door, Frame } from "./door.ts";
import { newTurnId } from "./house.ts";
import { keeperOf } from "./installations.ts";
import { live } from "./live.ts";
import { ROOT } from "./root.ts";

type SlackConfig = NonNullable<Config["slack"]>;
type Many = Extract<SlackConfig["install"], { kind: "many" }>;

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

export function slackDoor(config: SlackConfig): Door {
  return async (frame) => {
    const { install } = config;
    if (install.kind === "one") {
      const one = openOne(config, install.token);
      // Whoever starts the program hears now that the token is wrong, not when somebody first speaks.
      one.find("").catch((error: unknown) => frame.complain("Slack was asked whose token this is", error));
      return open(frame, config, one);
    }
    const installations = await openKept(frame, config, install);
    const channel = await open(frame, config, installations);
    offerInstall(frame, config, install, installations, channel);
    return channel;
  };
}

function open(
  { server, bot, library, now, passed, poke, fault, request, complain }: Frame,
  { apiUrl, signingSecret, appToken }: SlackConfig,
  installations: Installations,
): Promise<SlackChannel> {
  return openSlack(server, bot, {
    words: live(() => library.slack),
    installations,
    apiUrl,
    entrance: appToken === null ? { signingSecret: signingSecret ?? "" } : { appToken },
    now,
    passed,
    newId: newTurnId,
    poke,
    count: (outcome) => request(SLACK, outcome),
    fault(turn, error) {
      server.log.error({ turn, err: error }, "a fault in Slack");
      fault(SLACK);
    },
    complain,
  });
}

/** What an earlier secret sealed is sealed anew first, so that the earlier secret can then be taken away. */
async function openKept(
  { db, now, complain }: Frame,
  config: SlackConfig,
  install: Many,
): Promise<ManyInstallations> {
  const { secret, secretBefore, clientId, clientSecret } = install;
  const vault = openVault(secret, secretBefore === null ? [] : [secretBefore]);
  const keeper = keeperOf(db, vault, SLACK, () => new Date(now()));
  const { unreadable } = await keeper.reseal();
  for (const words of unreadable) complain(words);
  return openMany({
    keeper,
    web: config,
    clientId,
    clientSecret,
    now,
    by: randomUUID(),
    wait: (milliseconds) => setTimeout(milliseconds),
    complain,
  });
}

/** The pages on which a workspace installs the app. Whoever did it hears from it once, and nobody else. */
function offerInstall(
  { server, library, now, complain }: Frame,
  config: SlackConfig,
  { clientId, clientSecret, secret }: Many,
  installations: ManyInstallations,
  channel: SlackChannel,
): void {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(ROOT, "manifest.json"), "utf8")));
  registerInstall(server, {
    web: config,
    clientId,
    clientSecret,
    secret,
    scopes: manifest.oauth_config.scopes.bot,
    installations,
    words: live(() => library.slack.install),
    now,
    afterInstall: ({ tenant }, installer) => channel.greet(tenant, installer),
    complain,
  });
}
