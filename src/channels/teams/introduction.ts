/** What Signpost says of itself: once where it was installed, and where others read along whenever it is asked. */
import { type Reply, text } from "../../chat/reply.ts";
import type { TeamsWords } from "../../chat/teams.ts";
import { type Answer, announce, TAKEN } from "./hear.ts";
import { type Heard, idOf, ownReference } from "./read.ts";
import type { Teams } from "./world.ts";

type Introducing = Pick<TeamsWords["welcome"], "title" | "lead" | "facts">;

/** For everybody there, so it names nobody and shows nothing of anybody. */
export function introduction(teams: Teams): Reply {
  return introducing(teams, teams.words.place);
}

function introducing({ words, help }: Teams, { title, lead, facts }: Introducing): Reply {
  return {
    parts: [
      { kind: "heading", text: title },
      text(lead),
      { kind: "list", items: facts },
      { kind: "list", title: words.welcome.words, items: help.lines },
    ],
    prompt: null,
  };
}

/** A mention alone, or one with the word for help. */
export function isCallForHelp({ help }: Teams, typed: string): boolean {
  if (typed === "") return true;
  const said = typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .trim();
  return help.phrases.includes(said);
}

/**
 * Teams sends two activities for an installation; this is the one that comes once for each. An upgrade is none.
 */
export async function hearInstallation(teams: Teams, heard: Heard): Promise<Answer> {
  const { incoming, isOwn, tenant, user } = heard;
  if (incoming.action === "remove") {
    if (isOwn) await teams.references.drop(tenant, user);
    teams.count("removed");
    return TAKEN;
  }
  if (incoming.action !== "add") return TAKEN;
  const reply = introducing(teams, isOwn ? teams.words.welcome : teams.words.place);
  await announce(teams, heard, idOf(heard), { ...reply, isUnasked: true });
  return TAKEN;
}

/** Whatever else comes from the person's own chat tells how it is reached now; who comes and goes does not. */
export async function hearOther(teams: Teams, heard: Heard): Promise<Answer> {
  const { tenant, user, isOwn, incoming } = heard;
  if (isOwn && incoming.type !== "conversationUpdate")
    await teams.references.keep(tenant, user, ownReference(heard, null));
  teams.count("ignored");
  return TAKEN;
}
