/** Who is in a place, as Teams tells the app: people only, page by page. */
import type { Json } from "../../slack/workspace/block.ts";
import type { Answer } from "./loopback.ts";
import { type Person, type Place, partsOf } from "./place.ts";
import { refused } from "./refusal.ts";
import type { Tenancy } from "./tenancy.ts";

/** People on a page. */
const SMALLEST = 50;
const LARGEST = 500;

/** All of a conversation or a team, or the one with this id. */
export function membersOf(
  tenancy: Tenancy,
  conversation: string,
  id: string | null,
  query: URLSearchParams,
): Answer {
  const places = placesOf(tenancy, partsOf(conversation).place);
  if (places.length === 0) return refused(404, "ConversationNotFound", "Conversation not found.");
  if (!places.some(({ isInstalled }) => isInstalled)) return refused(403, "BotNotInConversationRoster");
  const people = [...new Set(places.flatMap(({ members }) => [...members]))];
  if (id === null) return paged(tenancy, people, query);
  const found = people.find((person) => person.id === id || person.aadObjectId === id);
  return found
    ? { status: 200, body: memberOf(tenancy, found) }
    : refused(404, "MemberNotFoundInConversation", "Member not found in the conversation.");
}

/** Teams asks for the people of a channel by the id of its team. */
function placesOf({ places }: Tenancy, id: string): Place[] {
  return [...places.values()].filter((place) => place.id === id || place.team?.id === id);
}

function paged(tenancy: Tenancy, people: readonly Person[], query: URLSearchParams): Answer {
  const size = Math.min(Math.max(Number(query.get("pageSize") ?? LARGEST), SMALLEST), LARGEST);
  const start = Number(query.get("continuationToken") ?? 0);
  const members = people.slice(start, start + size).map((person) => memberOf(tenancy, person));
  const hasMore = start + size < people.length;
  return { status: 200, body: { members, ...(hasMore && { continuationToken: String(start + size) }) } };
}

function memberOf({ tenant: tenantId }: Tenancy, { id, name, aadObjectId, user }: Person): Json {
  const mail = `${user}@academy.example`;
  const names = { name, givenName: name, email: mail, userPrincipalName: mail };
  return { id, aadObjectId, objectId: aadObjectId, ...names, tenantId, userRole: "user" };
}
