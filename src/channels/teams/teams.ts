/** Teams: opens the door that Teams' requests come in by, and gives the channel that replies go out by. */
import type { Bot } from "../../bot/bot.ts";
import type { Channel } from "../../chat/channel.ts";
import type { TeamsWords } from "../../chat/teams.ts";
import type { Server } from "../http.ts";
import { openAfterwards } from "../post/afterwards.ts";
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

/** Adds its route to the server. */
export async function openTeams(server: Server, bot: Bot, options: TeamsOptions): Promise<TeamsChannel> {
  const { after, settled, close } = openAfterwards((error) => options.fault(options.newId(), error));
  const teams: Teams = {
    ...options,
    bot,
    connector: openConnector(options),
    typing: openTyping(options.later),
    after,
  };
  await addRequests(server, teams, options.gate, options.identity);
  return { ...teamsChannel(teams), settled, close };
}
