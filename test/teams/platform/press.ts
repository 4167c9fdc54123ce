/** A person presses something on a card: what their client sends, and what it does with the answer. */
import { z } from "zod";
import type { Sent } from "../../slack/workspace/signing.ts";
import { type Action, allInputsOf, pressable } from "./action.ts";
import { type Activity, CARD, type Card, card, cardsOf, withCard } from "./activity.ts";
import { shownIn } from "./element.ts";
import { type Entries, sentFrom } from "./entering.ts";
import type { Judge } from "./errand.ts";
import type { Happenings } from "./happening.ts";
import type { Kept, Tenancy } from "./tenancy.ts";

/** The title of an action, or its verb. */
export type Find = string | { readonly verb: string };

export const NOTICE = "application/vnd.microsoft.activity.message";

/** What an app may answer to Action.Execute. A client shows nothing of any other status in the body. */
const answered = z.discriminatedUnion("type", [
  z.object({ statusCode: z.literal(200), type: z.literal(CARD), value: card }),
  z.object({ statusCode: z.literal(200), type: z.literal(NOTICE), value: z.string().min(1) }),
]);

/** The message with this id as it stands now. Throws where this person does not see it. */
export function messageBefore({ kept, person }: Tenancy, user: string, id: string): Kept {
  const message = kept.find((each) => each.id === id);
  if (message?.place.members.has(person(user))) return message;
  throw new Error(`${user} sees no message ${id}`);
}

/** What the client sends. Throws where there is no such action, or where the client refuses. */
export function pressed(
  { tenancy, happenings }: { readonly tenancy: Tenancy; readonly happenings: Happenings },
  user: string,
  message: Kept,
  find: Find,
  entries: Entries,
): { readonly activity: Activity; readonly place: number } {
  const { shown, card, place } = actionIn(message.activity, find);
  const action = tenancy.phones.has(user) && shown.type === "Action.Execute" ? shown.fallback : shown;
  if (!action) throw new Error(`A phone does nothing with "${shown.title}": it has no fallback`);
  const isAlone = action.element.associatedInputs === "none";
  const data = { ...action.data, ...(!isAlone && sentFrom(allInputsOf(card), entries)) };
  const doing = { place: message.place, thread: message.thread, person: tenancy.person(user) };
  if (action.type === "Action.Submit") return { place, activity: happenings.submit(doing, message.id, data) };
  if (action.type !== "Action.Execute") throw new Error(`${action.type} sends nothing to the app`);
  const { type, id, title, verb } = action.element;
  const sent = { type: String(type), ...(id !== undefined && { id }), title, verb, data };
  return { place, activity: happenings.execute(doing, message.id, sent) };
}

/** An action with its card and that card's place in the message. */
interface Standing {
  readonly shown: Action;
  readonly card: Card;
  readonly place: number;
}

function actionIn(activity: Activity, find: Find): Standing {
  const all = cardsOf(activity).flatMap((card, place) =>
    shownIn(card)
      .flatMap(pressable)
      .map((shown) => ({ shown, card, place })),
  );
  const found = all.filter(({ shown }) =>
    typeof find === "string" ? shown.title === find : shown.verb === find.verb,
  );
  const [first] = found;
  if (first && found.length === 1) return first;
  const there = all.map(({ shown }) => shown.title || shown.verb).join(" | ");
  throw new Error(`${found.length} things can be pressed as ${JSON.stringify(find)}; there are ${there}`);
}

/** Shows the answer: another card in the place of the one before, or a notice. Throws where the client shows a fault. */
export function showAnswer(
  tenancy: Tenancy,
  judge: Judge,
  user: string,
  { message, place, sent }: { readonly message: Kept; readonly place: number; readonly sent: Sent },
): void {
  const read = answered.safeParse(sent.json);
  if (sent.status !== 200 || !read.success)
    throw new Error(`The client shows that something went wrong: ${sent.status} ${sent.body}`);
  const answer = read.data;
  if (answer.type === NOTICE) {
    tenancy.notices.set(user, [...(tenancy.notices.get(user) ?? []), answer.value]);
    return;
  }
  const after = withCard(message.activity, place, answer.value);
  const flaws = judge(after);
  if (flaws.length > 0) throw new Error(`The client does not show the card: ${JSON.stringify(flaws)}`);
  message.activity = after;
}
