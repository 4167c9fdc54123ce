/** What managers say: `team`, and what to do with it. Rights are looked up anew for every line, also a pressed one. */
import { type Part, text } from "../../chat/reply.ts";
import { may } from "../../cohort/rights.ts";
import { nearest } from "../../facts/nearest.ts";
import { plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import { findMemberships, type Membership } from "../../store/cohorts.ts";
import { type Asker, type Command, looking, type Outcome } from "../commands/command.ts";
import { localDate } from "../date.ts";
import { create, mayCreate } from "./create.ts";
import { helpOf } from "./help.ts";
import { type Line, readLine } from "./line.ts";
import { findMeant } from "./person.ts";
import { answering, offerOf, type Place, type Scene, type Verb } from "./scene.ts";
import { show } from "./show.ts";
import { reopen, teams } from "./teams.ts";
import { SUMMARY, VERBS } from "./verbs.ts";

export const team: Command = {
  word: "team",
  run: (_, __, rest) => looking((asker) => heard(asker, rest)),
};

/** A manager manages by what is in use now, whatever they themselves began with. */
async function heard(speaking: Asker, typed: string): Promise<Outcome> {
  const asker = { ...speaking, room: { ...speaking.room, desk: speaking.room.newest } };
  const { room, found } = asker;
  const words = room.desk.cohortWords;
  const all = await findMemberships(room.db, found.person.id);
  const mine = all.filter(({ role }) => may(role, "see"));
  const scene: Scene = { ...asker, words, mine, today: localDate(room.now()) };
  const line = readLine(typed, words, mine);
  if (line.verb === "help") return helpOf(scene);
  if (line.verb === "create") return create(scene, line.rest);
  if (line.verb === "reopen") return reopen(scene, line.rest);
  if (mine.length === 0)
    return mayCreate(scene) ? helpOf(scene) : says(scene, text(words.manages.notManager));
  if (line.verb === "teams") return teams(scene);
  const verb = line.verb === null ? null : VERBS.find(({ word }) => word === line.verb);
  if (verb) return run(scene, verb, line, typed);
  if (line.rest === "")
    return mine.length > 1 && line.team === null ? teams(scene) : run(scene, SUMMARY, line, typed);
  return unclear(scene, line);
}

async function run(scene: Scene, verb: Verb, { rest, team: named }: Line, typed: string): Promise<Outcome> {
  const { words, mine } = scene;
  if (named === "unknown") return says(scene, text(words.manages.noSuchTeam));
  const able = (named ? [named] : mine).filter(({ role }) => may(role, verb.act));
  const [only, ...others] = able;
  if (!only) return says(scene, text(words.manages.mayNot));
  if (others.length > 0) return whichTeam(scene, able, typed);
  return verb.run(placeOf(scene, only), rest);
}

function placeOf(scene: Scene, me: Membership): Place {
  return { ...scene, me, cohort: me.cohort };
}

/** The same line again, for each team that it may be about. */
function whichTeam(scene: Scene, able: readonly Membership[], typed: string): Outcome {
  const { words, room } = scene;
  const [team = ""] = room.desk.interview.words.commands.team;
  const choices = able.map(({ cohort: { id, name } }) => ({
    id: [team, typed, words.marks.in[0], `#${id}`].filter((word) => word).join(" "),
    label: name,
  }));
  return answering(scene, [text(words.manages.whichTeam)], choices, words.buttons.which);
}

/** A person's name, a team's name, or a slip of the pen. */
async function unclear(scene: Scene, line: Line): Promise<Outcome> {
  const { words, mine } = scene;
  const named = mine.find(({ cohort }) => plain(cohort.name) === plain(line.rest));
  if (named) return SUMMARY.run(placeOf(scene, named), "");
  const [first = ""] = line.rest.split(/\s+/);
  const phrases = Object.values(words.verbs).flat();
  const near =
    first.length < 3 ? null : (nearest(plain(line.rest), phrases) ?? nearest(plain(first), phrases));
  const where = line.team === null || line.team === "unknown" ? mine : [line.team];
  for (const me of where) {
    const place = placeOf(scene, me);
    if ((await findMeant(place, line.rest)).length > 0) return show.run(place, line.rest);
  }
  const parts: Part[] = near
    ? [text(said(words.manages.meantVerb, { verb: near }))]
    : [text(said(words.manages.noVerb, { words: line.rest }))];
  return says(scene, ...parts);
}

function says(scene: Scene, ...parts: Part[]): Outcome {
  const [only] = scene.mine;
  const help = { id: helpLine(scene), label: scene.words.buttons.help };
  const back = only ? [offerOf(placeOf(scene, only), scene.words.buttons.summary, "summary")] : [];
  return answering(scene, parts, [...back, help]);
}

function helpLine({ room, words }: Scene): string {
  return `${room.desk.interview.words.commands.team[0]} ${words.verbs.help[0]}`;
}
