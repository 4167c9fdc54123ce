/** Teams: opens the door that Teams' requests come in by, and gives the channel that replies go out by. */
import { setTimeout } from "node:timers/promises";
import type { Bot } from "../../bot/bot.ts";
import type { Channel } from "../../chat/channel.ts";
import type { TeamsWords } from "../../chat/teams.ts";
import type { Server } from "../http.ts";
import { openConnector } from "./connector.ts";
import { teamsChannel } from "./deliver.ts";
import type { Gate } from "./gate.ts";
import type { Identity } from "./identity.ts";
import { addRequests } from "./requests.ts";
import { openTyping } from "./typing.ts";
import type { Outside, References, Teams } from "./world.ts";

export interface TeamsOptions extends Outside {
  readonly words: TeamsWords;
  readonly help: Teams["help"];
  readonly gate: Gate;
  readonly identity: Identity;
  readonly references: References;
}

export interface TeamsChannel extends Channel {
  /** What Teams need not wait for is done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds that a stop waits for what Teams need not wait for. */
const LAST_WORKS = 2_000;

/** Adds its route to the server. */
export async function openTeams(server: Server, bot: Bot, options: TeamsOptions): Promise<TeamsChannel> {
  const works = new Set<Promise<unknown>>();
  const teams: Teams = {
    ...options,
    bot,
    connector: openConnector(options),
    typing: openTyping(options.later),
    after(work) {
      const done: Promise<unknown> = Promise.resolve()
        .then(work)
        .catch((error: unknown) => options.fault(options.newId(), error))
        .finally(() => works.delete(done));
      works.add(done);
    },
  };
  await addRequests(server, teams, options.gate, options.identity);
  const settled = async () => {
    while (works.size > 0) await Promise.all(works);
  };
  return {
    ...teamsChannel(teams),
    settled,
    // What waits for a Teams that does not answer is not waited for.
    close: () => Promise.race([settled(), setTimeout(LAST_WORKS, undefined, { ref: false })]),
  };
}
