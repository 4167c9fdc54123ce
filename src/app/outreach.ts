/** Asks the channels whom they can write to, and who is in a group. `channels` may be filled later. */
import type { Reach, Rosters } from "../bot/room.ts";
import type { Channel } from "../chat/channel.ts";

/** A channel that knows no groups has none. */
export function rosterOf(channels: readonly Channel[]): Rosters {
  return async (name, tenant, group) => {
    const channel = channels.find((each) => each.name === name);
    return (await channel?.roster?.(tenant, group)) ?? { kind: "unknown" };
  };
}

/** A channel that can only answer reaches nobody. */
export function reachOf(channels: readonly Channel[]): Reach {
  return async ({ channel: name, tenant, user }) => {
    const channel = channels.find((each) => each.name === name);
    return (await channel?.reach?.(tenant, user)) ?? null;
  };
}
