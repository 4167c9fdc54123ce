/** Whom words in Teams name: people who are mentioned, and the team in which it was said. */
import { z } from "zod";
import type { Roster } from "../../chat/channel.ts";
import type { Utterance } from "../../chat/turn.ts";
import type { Connector, Member } from "./connector.ts";
import type { Heard } from "./read.ts";
import type { Chat } from "./reference.ts";

/** People of a team that are looked at. */
const MOST = 2_000;

const groupSchema = z.object({ serviceUrl: z.string(), conversation: z.string(), bot: z.string() });

/** What somebody typed, with whom they name. In their own chat nobody can be mentioned. */
export async function saidIn(
  connector: Connector,
  { incoming, isOwn, chat }: Heard,
  text: string,
): Promise<Extract<Utterance, { text: string }>> {
  if (isOwn || !chat.conversation) return { text };
  const place = { ...chat, conversation: rootOf(chat.conversation) };
  const group = JSON.stringify({ ...place, bot: chat.bot.id });
  const mentioned = (incoming.entities ?? []).flatMap(({ type, mentioned: who }) =>
    type === "mention" && who && who.id !== incoming.recipient.id ? [who] : [],
  );
  const unknown = mentioned.some(({ aadObjectId }) => aadObjectId === undefined);
  // Teams names whom it mentions by an id for this bot alone; who that is in the directory stands in the roster.
  const members = unknown ? await membersOf(connector, place) : [];
  const users = mentioned.flatMap(
    ({ id, aadObjectId }) =>
      aadObjectId ??
      (Array.isArray(members) ? members.find((each) => each.id === id)?.aadObjectId : undefined) ??
      [],
  );
  return { text, named: { users: [...new Set(users)], group } };
}

/** Everybody in the team that `Named.group` stands for. */
export async function teamPeople(connector: Connector, group: string): Promise<Roster> {
  const { data } = groupSchema.safeParse(JSON.parse(group));
  if (!data) return { kind: "unknown" };
  const { serviceUrl, conversation, bot } = data;
  const members = await membersOf(connector, { serviceUrl, conversation, bot: { id: bot } });
  if (!Array.isArray(members)) return members as Roster;
  const people = members.flatMap(({ aadObjectId, name }) =>
    aadObjectId === undefined ? [] : [{ user: aadObjectId, name: name ?? "" }],
  );
  return { kind: "people", people };
}

async function membersOf(connector: Connector, chat: Chat): Promise<readonly Member[] | Roster> {
  const members: Member[] = [];
  for (let next: string | null = null; members.length < MOST; ) {
    const page = await connector.members(chat, next);
    if (page.kind === "later") return { kind: "later" };
    if (page.kind === "refused") return { kind: page.status === 404 ? "unknown" : "permission" };
    members.push(...page.members);
    if (page.next === null) break;
    next = page.next;
  }
  return members;
}

/** A thread has the people of its channel. */
function rootOf(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, "");
}
