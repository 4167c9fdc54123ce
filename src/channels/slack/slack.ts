/** Slack: opens the door that Slack's requests come in by, and gives the channel that replies go out by. */
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Bot } from "../../bot/bot.ts";
import type { Channel } from "../../chat/channel.ts";
import type { SlackWords } from "../../chat/slack.ts";
import type { Server } from "../http.ts";
import { openAfterwards } from "../post/afterwards.ts";
import { openApi } from "./api.ts";
import { slackChannel } from "./deliver.ts";
import { findDirect } from "./direct.ts";
import { openDone } from "./done.ts";
import { clientOptions, type Installations, tenantOf } from "./installations.ts";
import { listen } from "./listen.ts";
import { quietLogger } from "./logger.ts";
import { wordsMessage } from "./message.ts";
import { directTo } from "./origin.ts";
import { acknowledgeRest, addRequests } from "./requests.ts";
import type { Outside, Slack } from "./world.ts";

export interface SlackOptions extends Outside {
  readonly words: SlackWords;
  readonly installations: Installations;
  readonly apiUrl: string;
  /** How Slack reaches this program: by requests that it signs, or through a socket, for development only. */
  readonly entrance: { readonly signingSecret: string } | { readonly appToken: string };
}

export interface SlackChannel extends Channel {
  /** What Slack need not wait for is done. */
  settled(): Promise<void>;
  /** Says hello to whoever installed the app. */
  greet(tenant: string, installer: string): Promise<void>;
  close(): Promise<void>;
}

/** Adds its routes to the server, or opens its socket. */
export async function openSlack(server: Server, bot: Bot, options: SlackOptions): Promise<SlackChannel> {
  const { installations, apiUrl, entrance, complain } = options;
  const { after, settled, close } = openAfterwards((error) => options.fault(options.newId(), error));
  const slack: Slack = {
    ...options,
    bot,
    api: openApi({ apiUrl, installations, now: options.now }),
    done: openDone(),
    after,
  };
  const isSocket = "appToken" in entrance;
  const receiver: Receiver = isSocket
    ? new SocketModeReceiver({
        appToken: entrance.appToken,
        logger: quietLogger(complain),
        installerOptions: { clientOptions: clientOptions({ apiUrl }) },
      })
    : await addRequests(server, slack, entrance.signingSecret);
  const app = new App({
    receiver,
    authorize: (source) => who(slack, source),
    convoStore: false,
    extendedErrorHandler: true,
    logger: quietLogger(complain),
  });
  // What is thrown on purpose has to reach the receiver, which then does not acknowledge.
  app.error(async (caught) => {
    throw (caught as unknown as { error: Error }).error;
  });
  listen(app, slack);
  if (receiver instanceof HTTPReceiver) acknowledgeRest(receiver, app, slack);
  if (isSocket) await app.start();
  return {
    ...slackChannel(slack),
    settled,
    async greet(tenant, installer) {
      const channel = await findDirect(slack, tenant, directTo(installer));
      if (typeof channel !== "string") return complain("Whoever installed the app was not greeted", channel);
      const message = wordsMessage(slack.words.install.hello);
      await slack.api.call(tenant, "chat.postMessage", { channel, ...message });
    },
    async close() {
      if (isSocket) await app.stop();
      await close();
    },
  };
}

interface Source {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** null where Slack names neither a workspace nor an organisation: then the app is installed in none that could be meant. */
function tenantIn(source: Source): string | null {
  try {
    return tenantOf(source);
  } catch {
    return null;
  }
}

/**
 * Bolt asks this before it acknowledges anything. What goes wrong here is said by whoever hears the request; a token is
 * not given, since Bolt would keep a client for every token that there ever was.
 */
async function who({ installations }: Slack, source: Source) {
  const tenant = tenantIn(source);
  if (tenant === null) return { tenant: "", isInstalled: false };
  try {
    const installation = await installations.find(tenant);
    const bot = installation ? { botId: installation.botId, botUserId: installation.botUserId } : {};
    return { tenant, isInstalled: installation !== null, ...bot };
  } catch (error) {
    return { tenant, isInstalled: true, trouble: error };
  }
}
