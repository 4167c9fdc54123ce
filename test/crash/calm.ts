/** Waits until every reply of the relay was delivered. */
import { setTimeout } from "node:timers/promises";
import type { Kysely } from "kysely";
import { findBacklog } from "../../src/store/backlog.ts";

import type { Schema } from "../../src/store/schema.ts";
import { RELAY } from "./relay.ts";

/** Milliseconds. */
const LONGEST = 60_000;
const LOOK = 50;

export async function untilDelivered(db: Kysely<Schema>): Promise<void> {
  let depth = 0;
  for (let left = LONGEST; left > 0; left -= LOOK) {
    ({ depth } = await findBacklog(db, [RELAY]));
    if (depth === 0) return;
    await setTimeout(LOOK);
  }
  throw new Error(`${depth} replies still wait after ${LONGEST / 1_000} s`);
}
