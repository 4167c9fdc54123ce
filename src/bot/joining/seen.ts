/** who sees me, and leave: at any time, and at once. */
import { type Choice, text } from "../../chat/reply.ts";
import { shownDate } from "../../interview/reading/date.ts";
import { plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { remember } from "../../store/audit.ts";
import { findMemberships, type Membership } from "../../store/cohorts.ts";
import { findMembers, removeMember } from "../../store/members.ts";
import { type Asker, type Command, looking, type Outcome } from "../commands/command.ts";
import { localDate } from "../date.ts";
import { answered, managersOf } from "./answered.ts";

export const whoSees: Command = { word: "whoSees", run: () => looking(seen) };
export const leave: Command = {
  word: "leave",
  run: (_, __, rest) => looking((asker) => left(asker, rest)),
};

async function seen(asker: Asker): Promise<Outcome> {
  const { room, found } = asker;
  const { joins, roles } = room.desk.cohortWords;
  const mine = await findMemberships(room.db, found.person.id);
  if (mine.length === 0) return answered(asker, text(joins.nobodySees));
  const lines: string[] = [];
  for (const { cohort, role, name, agreedAt } of mine) {
    const managers = await managersOf(asker, cohort.id);
    const date = shownDate(localDate(new Date(agreedAt)));
    lines.push(
      role === "learner"
        ? said(joins.seenBy, { team: cohort.name, managers, name, date })
        : said(joins.seenAs, { team: cohort.name, role: roles[role] }),
    );
  }
  const sees = mine.some(({ role }) => role === "learner")
    ? [{ kind: "list", title: joins.seesTitle, items: joins.sees } as const]
    : [];
  return answered(
    asker,
    { kind: "list", items: lines },
    ...sees,
    text(joins.seesNot),
    leavingOffers(asker, mine),
  );
}

async function left(asker: Asker, typed: string): Promise<Outcome> {
  const { room, found } = asker;
  const { joins } = room.desk.cohortWords;
  const mine = await findMemberships(room.db, found.person.id);
  if (mine.length === 0) return answered(asker, text(joins.leftNothing));
  const id = /^#(\S+)/.exec(typed)?.[1];
  const named = mine.find(({ cohort }) =>
    id === undefined ? plain(cohort.name) === plain(typed) : cohort.id === id,
  );
  const meant = named ?? (mine.length === 1 && typed === "" ? mine[0] : undefined);
  if (!meant) return answered(asker, text(joins.leaveWhich), leavingOffers(asker, mine));
  const { cohort, role } = meant;
  const managers = await findMembers(room.db, cohort.id, ["manager"]);
  if (role === "manager" && managers.length === 1)
    return answered(asker, text(said(joins.leaveLast, { team: cohort.name })));
  return {
    ...answered(asker, text(said(joins.left, { team: cohort.name }))),
    keep: async (db, { person, at }) => {
      await removeMember(db, cohort.id, person);
      await remember(db, { at, actor: person, act: "member-leave", subject: cohort.id });
      return true;
    },
  };
}

/** What somebody in a team may want to say. */
export function seeingOffers({ room }: Asker): Choice[] {
  const { commands } = room.desk.interview.words;
  const { buttons } = room.desk.cohortWords;
  return [
    { id: commands.whoSees[0] ?? "", label: buttons.whoSees },
    { id: commands.leave[0] ?? "", label: buttons.leave },
  ];
}

function leavingOffers({ room }: Asker, mine: readonly Membership[]): Choice[] {
  const { commands } = room.desk.interview.words;
  const { buttons } = room.desk.cohortWords;
  return mine.map(({ cohort }) => ({
    id: `${commands.leave[0]} #${cohort.id}`,
    label: mine.length === 1 ? buttons.leave : cohort.name,
  }));
}
