/** Being written to every week: whether, when, and until one says stop. A learner's own reminder, and a manager's digest. */

import { afterQuiet, nextWeekly, timeShown, type Weekly } from "../../calendar/hours.ts";
import { type Part, text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import { remember } from "../../store/audit.ts";
import {
  cancelNotices,
  dropReminder,
  findReminder,
  keepReminder,
  type ReminderKind,
  silence,
} from "../../store/reminders.ts";
import type { Asker, Keep } from "../commands/command.ts";
import { noticePrefix } from "./notice.ts";
import { reachOf } from "./reach.ts";
import { clockShown, readWhen } from "./when.ts";

/** What is said, and what is kept with it. */
export interface Settled {
  readonly parts: readonly Part[];
  readonly isOn: boolean;
  readonly keep?: Keep;
}

/** Monday at ten. */
const USUAL = { weekday: 1, minute: 600 };

type Own = Extract<ReminderKind, "own" | "digest">;

/** `typed`: what was said behind the command; nothing asks how it is. */
export async function settleWeekly(asker: Asker, kind: Own, typed: string): Promise<Settled> {
  const { room, found } = asker;
  const words = room.desk.cohortWords;
  const { reminders } = words;
  const kept = await findReminder(room.db, found.person.id, kind);
  const before: Weekly = { ...USUAL, ...kept?.weekly, zone: kept?.zone ?? room.hours.zone };
  if (typed.trim() === "") {
    if (!kept)
      return {
        parts: [text(kind === "own" ? reminders.isOff : reminders.digestIsNot), ...how(asker, kind)],
        isOn: false,
      };
    const says = kind === "own" ? reminders.isOn : reminders.digestIs;
    return {
      parts: [text(said(says, shown(asker, before, new Date(kept.nextAt)))), ...how(asker, kind)],
      isOn: true,
    };
  }
  const when = readWhen(typed, before, words);
  switch (when.kind) {
    case "zone":
      return { parts: [text(said(reminders.noZone, { words: when.words }))], isOn: kept !== null };
    case "time":
      return { parts: [text(said(reminders.noTime, { words: when.words }))], isOn: kept !== null };
    case "off":
      return stopped(asker, kind);
    case "weekly":
      return started(asker, kind, when.weekly);
  }
}

async function started(asker: Asker, kind: Own, weekly: Weekly): Promise<Settled> {
  const { room, found, from } = asker;
  const { reminders } = room.desk.cohortWords;
  if (!(await reachOf(room, found.person.id, from)))
    return { parts: [text(reminders.notReached)], isOn: false };
  const next = nextWeekly(weekly, room.now(), room.hours.quiet);
  const says = kind === "own" ? reminders.on : reminders.digestOn;
  const { weekday, minute, zone } = weekly;
  const isQuiet = clockShown(minute) !== timeShown(zone, next).slice(-5);
  return {
    parts: [text(said(says, shown(asker, weekly, next))), ...(isQuiet ? [text(reminders.moved)] : [])],
    isOn: true,
    async keep(db, { person, at }) {
      const nextAt = next.toISOString();
      await keepReminder(db, {
        person,
        kind,
        cohort: null,
        askedBy: null,
        weekly: { weekday, minute },
        zone,
        nextAt,
      });
      if (kind === "own") await silence(db, person, null);
      await remember(db, { at, actor: person, act: `${kind}-reminders-on`, subject: person });
      return true;
    },
  };
}

/** What waits in the outbox goes, too: a reminder that comes after somebody said stop is one too many. */
function stopped({ room }: Asker, kind: Own): Settled {
  const { reminders } = room.desk.cohortWords;
  return {
    parts: [text(kind === "own" ? reminders.stopped : reminders.digestOff)],
    isOn: false,
    async keep(db, { person, at }) {
      const kinds: ReminderKind[] = kind === "own" ? ["own", "nudge"] : ["digest"];
      await dropReminder(db, person, kinds);
      if (kind === "own") await silence(db, person, at);
      for (const each of kinds) await cancelNotices(db, noticePrefix(each, person), at);
      await remember(db, { at, actor: person, act: `${kind}-reminders-off`, subject: person });
      return true;
    },
  };
}

function shown({ room }: Asker, { weekday, minute, zone }: Weekly, next: Date) {
  const day = room.desk.cohortWords.reminders.days[weekday - 1]?.[0] ?? "";
  return { day, time: clockShown(minute), zone, next: timeShown(zone, next) };
}

function how({ room }: Asker, kind: Own): Part[] {
  return kind === "own" ? [text(room.desk.cohortWords.reminders.how)] : [];
}

/** When somebody may be written to who asked for nothing: now, or when it is not quiet any more. */
export function soon({ hours }: Pick<Asker["room"], "hours">, now: Date, zone: string): Date {
  return afterQuiet(now, zone, hours.quiet);
}
