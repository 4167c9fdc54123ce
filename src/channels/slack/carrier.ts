/** What a delivery needs beside its letter: the pace, and how often an address to answer at was used by this program. */

import type { Letter } from "../../chat/channel.ts";
import type { FilePart, Reply } from "../../chat/reply.ts";
import { openPace } from "../post/pace.ts";
import type { Drawing } from "./controls.ts";
import { PACE } from "./limits.ts";
import { speakerOf } from "./origin.ts";
import type { Sender } from "./send.ts";
import type { Slack } from "./world.ts";

export interface Carrier extends Sender {
  used(url: string): number;
  use(url: string): void;
}

/** Addresses that are remembered; each lives for half an hour at most. */
const MOST = 10_000;

export function openCarrier(slack: Slack): Carrier {
  const uses = new Map<string, number>();
  const used = (url: string) => uses.get(url) ?? 0;
  return {
    ...slack,
    pace: openPace(slack.passed, PACE),
    used,
    use(url) {
      const count = used(url) + 1;
      uses.delete(url);
      uses.set(url, count);
      const [oldest] = uses.keys();
      if (uses.size > MOST && oldest !== undefined) uses.delete(oldest);
    },
  };
}

/** Files go a way of their own. */
export function apart(reply: Reply): { files: FilePart[]; reply: Reply } {
  const files = reply.parts.filter((part) => part.kind === "file");
  return { files, reply: { ...reply, parts: reply.parts.filter((part) => part.kind !== "file") } };
}

export function drawingOf({ words }: Slack, { number }: Letter, owner: string, canType: boolean): Drawing {
  return { version: String(number), owner, words, canType };
}

/** Only asked where it makes a difference. */
export async function hasStarted({ bot }: Slack, { tenant, reply }: Letter, user: string): Promise<boolean> {
  if (reply.prompt || reply.isFarewell) return true;
  return (await bot.home(speakerOf(tenant, user))).hasStarted;
}
