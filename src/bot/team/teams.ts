/** Somebody's teams at a glance, and those in the archive. */
import { text } from "../../chat/reply.ts";
import { overviewOf } from "../../cohort/overview.ts";
import { may } from "../../cohort/rights.ts";
import { plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { remember } from "../../store/audit.ts";
import { changeCohort, findMemberships } from "../../store/cohorts.ts";
import { findGroups } from "../../store/roster.ts";
import type { Outcome } from "../commands/command.ts";
import { answering, offerOf, type Scene } from "./scene.ts";

export async function teams(scene: Scene): Promise<Outcome> {
  const { room, words, mine } = scene;
  const { columns, stages } = words;
  const rows: string[][] = [];
  for (const { cohort } of mine) {
    const { people, stages: counts } = overviewOf(await findGroups(room.db, cohort.id));
    rows.push([cohort.name, ...[people, counts.ready, counts["under-way"], counts.without].map(String)]);
  }
  const titles = [
    columns.people,
    ...(["ready", "under-way", "without"] as const).map((each) => stages[each][0] ?? ""),
  ];
  return answering(
    scene,
    [
      {
        kind: "table",
        title: words.titles.teams,
        columns: [{ title: columns.team }, ...titles.map((title) => ({ title, isNumber: true as const }))],
        rows,
      },
    ],
    mine.map((me) => offerOf({ ...scene, me, cohort: me.cohort }, me.cohort.name, "summary")),
    words.buttons.which,
  );
}

/** Takes a team of one's own out of the archive. */
export async function reopen(scene: Scene, rest: string): Promise<Outcome> {
  const { room, found, words, mine } = scene;
  const archived = await findMemberships(room.db, found.person.id, { isArchived: true });
  const own = archived.filter(({ role }) => may(role, "manage"));
  const name = plain(rest);
  const meant =
    own.find(({ cohort }) => plain(cohort.name) === name) ??
    (name === "" && own.length === 1 ? own[0] : null);
  if (!meant) return answering(scene, [text(words.manages.noneArchived)]);
  const { cohort } = meant;
  const place = { ...scene, mine: [...mine, meant], me: meant, cohort };
  return {
    ...answering(
      scene,
      [text(said(words.manages.reopened, { team: cohort.name }))],
      [offerOf(place, words.buttons.summary, "summary")],
    ),
    keep: async (db, { person, at }) => {
      await changeCohort(db, cohort.id, { archivedAt: null });
      await remember(db, { at, actor: person, act: "cohort-reopen", subject: cohort.id });
      return true;
    },
  };
}
