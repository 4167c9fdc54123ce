/** Everything that is known when a run is over. */
import type { Kills } from "./arrived.ts";
import type { Fault } from "./faults.ts";
import type { Sample } from "./figures.ts";
import type { Kept } from "./kept.ts";
import type { Line } from "./line.ts";
import type { Arrival } from "./mailroom.ts";
import type { Tally } from "./tally.ts";
import type { Memory } from "./watch.ts";

/** Times in milliseconds since 1970. */
export interface Outcome {
  readonly begin: number;
  /** When nobody began anything new. */
  readonly end: number;
  /** When nothing waited any more, or there was no hope that it would go out. */
  readonly calmAt: number;
  /** Replies that waited then. */
  readonly waiting: number;
  readonly faults: readonly Fault[];
  readonly memories: readonly Memory[];
  readonly ages: readonly Sample[];
  readonly lines: readonly Line[];
  readonly tally: Tally;
  readonly arrivals: readonly Arrival[];
  /** Requests that the platforms refused while they were in trouble. */
  readonly refused: number;
  readonly kills: Kills;
  /** Programs that ended by themselves, in words. */
  readonly deaths: readonly string[];
  readonly kept: Kept;
}
