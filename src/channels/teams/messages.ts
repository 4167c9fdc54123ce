/** Hears messages: typed in the person's own chat, or where others read along and we are mentioned. */
import { isSaidAlready } from "../post/fault.ts";
import { type Answer, announce, hear, sayFault, TAKEN, words } from "./hear.ts";
import { introduction, isCallForHelp } from "./introduction.ts";
import { saidIn } from "./named.ts";
import { ownFrom } from "./own.ts";
import { hearPressSent } from "./press-sent.ts";
import { type Heard, hasFile, idOf, ownReference } from "./read.ts";
import { typedIn } from "./typed.ts";
import type { Teams } from "./world.ts";

/** Whatever goes wrong is said in words where it was typed. */
export async function hearMessage(teams: Teams, heard: Heard): Promise<Answer> {
  try {
    await (heard.incoming.value ? hearPressSent : hearTyped)(teams, heard);
  } catch (error) {
    teams.typing.end(heard.user);
    if (!isSaidAlready(error)) sayFault(teams, heard, error);
  }
  return TAKEN;
}

async function hearTyped(teams: Teams, heard: Heard): Promise<void> {
  const { incoming, isOwn, user, chat } = heard;
  const typed = typedIn(incoming.text ?? "");
  const id = idOf(heard);
  if (!isOwn && isCallForHelp(teams, typed)) return announce(teams, heard, id, introduction(teams));
  if (typed === "" && hasFile(incoming)) return announce(teams, heard, id, words(teams.words.says.file));
  if (isOwn)
    teams.typing.begin(user, () => teams.after(() => teams.connector.send(chat, { type: "typing" })));
  const reference = isOwn ? ownReference(heard, null) : await ownFrom(teams, heard, true);
  await hear(teams, heard, { id, said: await saidIn(teams.connector, heard, typed), reference });
}

export async function hearEdited(teams: Teams, heard: Heard): Promise<Answer> {
  if (heard.isOwn) await announce(teams, heard, `edited:${idOf(heard)}`, words(teams.words.says.edited));
  return TAKEN;
}
