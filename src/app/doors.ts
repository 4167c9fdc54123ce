/** The doors: every channel that the configuration opens. */
import type { Bot } from "../bot/bot.ts";
import type { Server } from "../channels/http.ts";
import { registerPage } from "../channels/web/web.ts";
import type { Channel } from "../chat/channel.ts";
import type { Config } from "../config.ts";
import type { Library } from "../content/library.ts";
import { newTurnId, ROOT } from "./house.ts";

/** What a door is built into. */
export interface Frame {
  readonly server: Server;
  readonly bot: Bot;
  readonly library: Library;
  /** A reply was put into the outbox. */
  poke(): void;
  /** Counts a fault of ours, by the door that caught it. */
  fault(door: string): void;
}

/** Adds its routes to the server. Gives the channel that replies go out by, or null where it only answers. */
export type Door = (frame: Frame) => Promise<Channel | null>;

export function doorsOf({ web }: Config): Door[] {
  return web ? [pageDoor(web)] : [];
}

function pageDoor(web: NonNullable<Config["web"]>): Door {
  return async ({ server, bot, library, fault }) => {
    await registerPage(server, bot, { ...web, root: ROOT, words: library.page, newId: newTurnId, fault });
    return null;
  };
}
