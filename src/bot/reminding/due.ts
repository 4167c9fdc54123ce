/** Sends what is due: each once, to whoever still wants it at that moment, however many programs look. */
import { afterQuiet, dayIn, nextWeekly } from "../../calendar/hours.ts";
import { findMemberships } from "../../store/cohorts.ts";
import { keepNoticeIn } from "../../store/notices.ts";
import { findPersonById } from "../../store/people.ts";
import { claim, contactOn, findContacts, findDue, type Reminder } from "../../store/reminders.ts";
import { committed } from "../../store/shared-commit.ts";
import { type Room, roomFor, viewOfPerson } from "../room.ts";
import { digesting, type Letter, reminding } from "./letters.ts";
import { noticePrefix } from "./notice.ts";
import { reachOf } from "./reach.ts";

/** In one pass: the outbox has a pace of its own, and everybody else wants to be answered meanwhile. */
const BATCH = 50;
/** Milliseconds after which a reminder is not worth sending: nobody wants it in the night, once the platform is back. */
const WORTH = 2 * 3_600_000;

/**
 * One pass; how many were sent. What is due is claimed in the transaction that puts its notice into the outbox: a program
 * that is killed before that has done nothing, and one that is killed after it has done everything.
 */
export async function remindDue(room: Room): Promise<number> {
  const due = await findDue(room.db, room.now().toISOString(), BATCH);
  let sent = 0;
  for (const reminder of due) if (await send(room, reminder)) sent += 1;
  return sent;
}

async function send(room: Room, reminder: Reminder): Promise<boolean> {
  const { db, now } = room;
  const at = now();
  const { person, kind, zone } = reminder;
  const quiet = room.hours.quiet;
  const nextAt = reminder.weekly ? nextWeekly({ ...reminder.weekly, zone }, at, quiet).toISOString() : null;
  // A program that was away for the night does not wake anybody up.
  const isLoud = afterQuiet(at, zone, quiet).getTime() === at.getTime();
  const letter = isLoud ? await letterOf(room, reminder) : null;
  const place = letter && (await reachOf(room, person));
  const day = dayIn(zone, at);
  // There is no team left to tell about, or nothing to remind of.
  const isOver = letter ? letter.isLast : isLoud && kind === "digest";
  const later = isLoud ? nextAt : afterQuiet(at, zone, quiet).toISOString();
  return committed(db, async (transaction) => {
    if (!(await claim(transaction, reminder, isOver ? null : later))) return false;
    if (!letter || !place) return false;
    if (!(await contactOn(transaction, person, kind === "digest" ? "digest" : "learner", day))) return false;
    const { channel, tenant } = place.speaker;
    return keepNoticeIn(transaction, {
      id: `${noticePrefix(kind, person)}${day}`,
      channel,
      tenant,
      address: place.conversation,
      reference: JSON.stringify(place.reference),
      reply: JSON.stringify(letter.reply),
      at: at.toISOString(),
      until: new Date(at.getTime() + WORTH).toISOString(),
    });
  });
}

/** null where nothing is to be said: they want none, or are not in that team any more. */
async function letterOf(room: Room, reminder: Reminder): Promise<Letter | null> {
  const { person: id, kind, cohort } = reminder;
  if (kind === "digest") {
    const reply = await digesting(room, id);
    return reply && { reply, isLast: false };
  }
  const contacts = await findContacts(room.db, [id]);
  if (contacts.get(id)?.isSilent) return null;
  const person = await findPersonById(room.db, id);
  if (!person) return null;
  const mine = kind === "nudge" ? await findMemberships(room.db, id) : [];
  const team = mine.find((each) => each.cohort.id === cohort && each.role === "learner");
  if (kind === "nudge" && !team) return null;
  const view = await viewOfPerson(room, person, "");
  return reminding(roomFor(room, person), reminder, view, team?.cohort.name ?? "");
}
