/** How far somebody is, kept when their record changes or when somebody may see it from now on. */
import type { Transaction } from "kysely";
import { progressOf } from "../cohort/progress.ts";
import { type Kept, keepProgress, type When } from "../store/progress.ts";
import type { Schema } from "../store/schema.ts";
import { localDate } from "./date.ts";
import type { Found, Room } from "./room.ts";
import type { Desk, View } from "./view.ts";

/** What is kept of somebody's progress. `version`: of their record, as the view has it. */
export function progressRow(
  { edition, rules }: Pick<Desk, "edition" | "rules">,
  { standing }: Pick<View, "standing">,
  { id: person, version }: Found["person"],
  at: string,
): Kept & When {
  const progress = progressOf(standing, edition);
  return { person, version, progress, rules, day: localDate(new Date(at)), changedAt: at };
}

/** Keeps it for somebody who has told nothing with this turn. `at`: ISO time */
export async function progressNow(
  db: Transaction<Schema>,
  { desk }: Pick<Room, "desk">,
  { person, view }: Pick<Found, "person" | "view">,
  at: string,
): Promise<void> {
  await keepProgress(db, [progressRow(desk, view, person, at)]);
}
