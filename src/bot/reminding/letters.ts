/** What a reminder says: why it comes, what is left, and how to stop it. */
import { adviceFrom } from "../../advice/advise.ts";
import { type Part, type Reply, text } from "../../chat/reply.ts";
import { overviewOf } from "../../cohort/overview.ts";
import { progressOf, stageOf } from "../../cohort/progress.ts";
import { may } from "../../cohort/rights.ts";
import { said } from "../../interview/words.ts";
import { findMemberships } from "../../store/cohorts.ts";
import type { Reminder } from "../../store/reminders.ts";
import { findGroups, findGroupsOn } from "../../store/roster.ts";
import { localDate } from "../date.ts";
import { summaryOf } from "../replies/cohort.ts";
import { offering } from "../replies/prompt.ts";
import type { Room } from "../room.ts";
import type { View } from "../view.ts";

/** Lines of what is left; the rest are counted. */
const SHOWN = 5;
/** Milliseconds. */
const WEEK = 7 * 24 * 3_600_000;

/** `isLast`: there is nothing to remind of any more. */
export interface Letter {
  readonly reply: Reply;
  readonly isLast: boolean;
}

/** `team`: for a nudge, the name of the team whose manager asked. */
export async function reminding(
  { desk }: Room,
  { askedBy, kind }: Pick<Reminder, "askedBy" | "kind">,
  view: View,
  team: string,
): Promise<Letter> {
  const { reminders, buttons: shared } = desk.cohortWords;
  const { commands } = desk.interview.words;
  const why = kind === "nudge" ? said(reminders.nudge, { manager: askedBy ?? "", team }) : reminders.own;
  const isDone = stageOf(progressOf(view.standing, desk.edition)) === "ready";
  const isLast = isDone && kind === "own";
  const left = isLast ? [text(reminders.nothingLeft)] : await leftParts(desk, view);
  const start = { id: commands.start[0] ?? "", label: desk.interview.words.commands.start[0] ?? "" };
  const show = { id: commands.gaps[0] ?? "", label: reminders.buttons.show };
  const stop = { id: `${commands.remind[0]} ${reminders.off[0]}`, label: reminders.buttons.stop };
  const choices = [view.state.hasStarted ? show : start, ...(isLast ? [] : [stop])];
  const parts = [text(why), ...left, ...(isLast ? [] : [text(reminders.stop)])];
  return {
    reply: { parts, prompt: offering({ text: shared.afterwards, choices }), isUnasked: true },
    isLast,
  };
}

async function leftParts({ edition, cohortWords: { reminders } }: Room["desk"], view: View): Promise<Part[]> {
  if (!view.state.hasStarted) return [text(reminders.notStarted)];
  const { next } = await adviceFrom(edition, view.record, view.standing);
  const count = next.length - SHOWN;
  const more = count > 0 ? [said(reminders.moreLeft, { count })] : [];
  return [{ kind: "list", title: reminders.left, items: [...next.slice(0, SHOWN), ...more] }];
}

/** How every team stands that somebody may see now; null where there is none any more. */
export async function digesting({ db, desk, now }: Room, person: string): Promise<Reply | null> {
  const { reminders, buttons, verbs } = desk.cohortWords;
  const mine = (await findMemberships(db, person)).filter(({ role }) => may(role, "see"));
  if (mine.length === 0) return null;
  const parts: Part[] = [text(reminders.digest)];
  for (const { cohort } of mine) {
    const overview = overviewOf(await findGroups(db, cohort.id));
    const before = overviewOf(await findGroupsOn(db, cohort.id, localDate(new Date(now().getTime() - WEEK))));
    const summary =
      overview.people === 0
        ? said(desk.cohortWords.shows.nobody, { team: cohort.name })
        : said(reminders.digestTeam, { team: cohort.name, summary: summaryOf(desk, overview) });
    parts.push(text(summary));
    if (overview.people > 0)
      parts.push(
        text(said(reminders.digestSince, { before: before.stages.ready, after: overview.stages.ready })),
      );
  }
  const [team = ""] = desk.interview.words.commands.team;
  const choices = [
    { id: team, label: reminders.buttons.team },
    { id: `${team} ${verbs.digest[0]} ${reminders.off[0]}`, label: buttons.digestOff },
  ];
  const prompt = offering({ text: buttons.afterwards, choices });
  return { parts: [...parts, text(reminders.digestStop)], prompt, isUnasked: true, isPrivate: true };
}
