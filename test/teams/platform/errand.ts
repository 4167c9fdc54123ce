/** What the app says in Teams, changes and takes away, and what Teams refuses of it. */
import { z } from "zod";
import { type Activity, said } from "./activity.ts";
import type { Answer } from "./loopback.ts";
import type { Place } from "./place.ts";
import { refused } from "./refusal.ts";
import { keep, spotOf, type Tenancy } from "./tenancy.ts";

/** What is wrong with a message; nothing where it is taken. */
export type Judge = (message: Activity) => readonly unknown[];

/** `replyTo` is an activity of the thread that is answered, where the conversation does not name it already. */
export function send(
  tenancy: Tenancy,
  judge: Judge,
  conversation: string,
  replyTo: string | null,
  body: unknown,
): Answer {
  const spot = spotOf(tenancy, conversation);
  const closed = closedTo(spot?.place);
  if (!spot || closed) return closed ?? UNKNOWN;
  const thread = spot.thread ?? keptAs(tenancy, conversation, replyTo)?.thread ?? null;
  return taken(judge, body, (activity) => ({
    status: 201,
    body: { id: keep(tenancy, { ...spot, thread }, activity) },
  }));
}

export function update(
  tenancy: Tenancy,
  judge: Judge,
  conversation: string,
  id: string | null,
  body: unknown,
): Answer {
  const before = keptAs(tenancy, conversation, id);
  const closed = closedTo(spotOf(tenancy, conversation)?.place);
  if (!before || closed) return closed ?? GONE;
  return taken(judge, body, (activity) => {
    before.activity = { ...activity, id: before.id };
    return { status: 200, body: { id: before.id } };
  });
}

export function remove(tenancy: Tenancy, conversation: string, id: string | null): Answer {
  const before = keptAs(tenancy, conversation, id);
  const closed = closedTo(spotOf(tenancy, conversation)?.place);
  if (!before || closed) return closed ?? GONE;
  tenancy.kept.splice(tenancy.kept.indexOf(before), 1);
  return { status: 200, body: {} };
}

const creating = z.looseObject({
  members: z.tuple([z.looseObject({ id: z.string() })]),
  tenantId: z.string(),
  activity: z.unknown().optional(),
});

/** The conversation with one person, which is always the same; with the first words, where they are given. */
export function create(tenancy: Tenancy, judge: Judge, body: unknown): Answer {
  const read = creating.safeParse(body);
  if (!read.success) return refused(400, "BadSyntax", z.prettifyError(read.error));
  const { members, tenantId, activity } = read.data;
  if (tenantId !== tenancy.tenant) return refused(403, "Forbidden", "This is not the person's tenant.");
  const place = [...tenancy.places.values()].find(
    ({ kind, members: [only] }) => kind === "personal" && only?.id === members[0].id,
  );
  if (!place?.isInstalled) return NOT_INSTALLED;
  if (!activity) return { status: 201, body: { id: place.id } };
  return taken(judge, activity, (first) => ({
    status: 201,
    body: { id: place.id, activityId: keep(tenancy, { place, thread: null }, first) },
  }));
}

const UNKNOWN = refused(404, "ConversationNotFound", "Conversation not found.");
const GONE = refused(404, "ActivityNotFoundInConversation", "Activity not found in the conversation.");
const NOT_INSTALLED = refused(
  403,
  "ForbiddenOperationException",
  "The bot is not installed in the user's personal scope.",
);
const NOT_THERE = refused(
  403,
  "BotNotInConversationRoster",
  "The bot is not part of the conversation roster.",
);

/** Why the app may do nothing in a place, or null. */
function closedTo(place: Place | undefined): Answer | null {
  if (!place) return UNKNOWN;
  if (place.isInstalled) return null;
  return place.kind === "personal" ? NOT_INSTALLED : NOT_THERE;
}

function keptAs(tenancy: Tenancy, conversation: string, id: string | null) {
  const spot = spotOf(tenancy, conversation);
  return tenancy.kept.find((each) => each.id === id && each.place === spot?.place);
}

/** What comes of an activity where nothing is wrong with it. */
function taken(judge: Judge, body: unknown, act: (activity: Activity) => Answer): Answer {
  const read = said.safeParse(body);
  if (!read.success) return refused(400, "BadSyntax", z.prettifyError(read.error));
  const flaws = read.data.type === "message" ? judge(read.data) : [];
  return flaws.length > 0 ? refused(400, "BadSyntax", JSON.stringify(flaws)) : act(read.data);
}
