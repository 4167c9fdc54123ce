/** Makes a team, for whom the configuration names as a manager, and for who manages one already. */
import { text } from "../../chat/reply.ts";
import { may } from "../../cohort/rights.ts";
import { plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { remember } from "../../store/audit.ts";
import { type Cohort, makeCohort } from "../../store/cohorts.ts";
import { addMember } from "../../store/members.ts";
import type { Keep, Outcome } from "../commands/command.ts";
import { splitAt } from "./line.ts";
import { LONGEST_NAME, nameIn } from "./names.ts";
import { answering, offerOf, type Place, type Scene } from "./scene.ts";

/** A manager of a team in the same workspace or directory may make another. */
export function mayCreate({ room, from, mine }: Scene): boolean {
  const { channel, tenant } = from;
  const manages = mine.some(
    ({ role, cohort }) => may(role, "manage") && cohort.channel === channel && cohort.tenant === tenant,
  );
  return manages || room.managers(from);
}

export function create(scene: Scene, rest: string): Outcome {
  const { words, mine, room, from } = scene;
  const { manages } = words;
  if (!mayCreate(scene)) return answering(scene, [text(manages.notManager)]);
  const { before, after } = splitAt(rest, words.marks.as);
  const known = mine.find(({ role }) => may(role, "manage"))?.name;
  const name = nameIn(before);
  const called = nameIn(after ?? known ?? "");
  if (name === "" || called === "") return answering(scene, [text(manages.createHow)]);
  if (name.length > LONGEST_NAME || called.length > LONGEST_NAME)
    return answering(scene, [text(said(manages.nameTooLong, { most: LONGEST_NAME }))]);
  if (mine.some(({ cohort }) => plain(cohort.name) === plain(name)))
    return answering(scene, [text(said(manages.nameTaken, { team: name }))]);
  const { channel, tenant } = from;
  const code = room.newCode();
  const cohort: Cohort = { id: room.newId(), channel, tenant, name, code, isArchived: false };
  const membership = {
    id: room.newId(),
    role: "manager",
    name: called,
    agreedAt: room.now().toISOString(),
  } as const;
  const me = { ...membership, cohort };
  const place: Place = { ...scene, mine: [...mine, me], me, cohort };
  return {
    ...answering(
      scene,
      [text(said(manages.created, { team: name, code }))],
      [offerOf(place, words.buttons.summary, "summary"), offerOf(place, words.buttons.help, "help")],
    ),
    keep: keeping(cohort, membership),
  };
}

function keeping(cohort: Cohort, membership: { id: string; role: "manager"; name: string }): Keep {
  return async (db, { person, at }) => {
    await makeCohort(db, cohort, at);
    await addMember(db, cohort.id, { ...membership, person, agreedAt: at });
    await remember(db, { at, actor: person, act: "cohort-create", subject: cohort.id });
    return true;
  };
}
