/** More was said than is heard in a minute. Nothing of it is kept, and the person hears so once a minute. */
import type { Speaker } from "../chat/turn.ts";
import { type Limits, openLimit } from "../limits.ts";

/** Thrown by the desk; a door that catches it says the words, if they are not said yet. */
export class TooFast extends Error {
  override readonly name = "TooFast";
  /** For the person. */
  readonly words: string;
  /** The first of this minute that is not heard. */
  readonly isFirst: boolean;

  constructor(words: string, isFirst: boolean) {
    super("More was said than is heard in a minute");
    this.words = words;
    this.isFirst = isFirst;
  }
}

export type Gauge = (from: Speaker) => "within" | "first-over" | "over";

/** Whoever sits at this computer is not limited; a page that is public has one tenant, so it has no limit of its own. */
export function openGauge({ person, tenant }: Limits, now: () => number): Gauge {
  const people = openLimit(person, now);
  const tenants = openLimit(tenant, now);
  return ({ channel, tenant, user }) => {
    const mine = people.take(`${channel}:${tenant}:${user}`);
    // What one person says too much of is not counted against the others.
    if (mine !== "within") return mine;
    return tenants.take(`${channel}:${tenant}`) === "within" ? "within" : "first-over";
  };
}

export const UNLIMITED: Gauge = () => "within";
