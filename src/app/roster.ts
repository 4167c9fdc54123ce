/** Looks up a group of people in the channel that knows it. */
import type { Rosters } from "../bot/room.ts";
import type { Channel } from "../chat/channel.ts";

/** `channels` may be filled later. A channel that knows no groups has none. */
export function rosterOf(channels: readonly Channel[]): Rosters {
  return async (name, tenant, group) => {
    const channel = channels.find((each) => each.name === name);
    return (await channel?.roster?.(tenant, group)) ?? { kind: "unknown" };
  };
}
