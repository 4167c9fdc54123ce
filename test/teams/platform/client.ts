/** What people do in Teams, each sent to the app as Teams sends it. */
import type { Json } from "../../slack/workspace/block.ts";
import { post, type Sent } from "../../slack/workspace/signing.ts";
import type { Activity } from "./activity.ts";
import type { Entries } from "./entering.ts";
import type { Judge } from "./errand.ts";
import type { Doing, Happenings } from "./happening.ts";
import type { Place, Spot } from "./place.ts";
import { type Find, messageBefore, pressed, showAnswer } from "./press.ts";
import { spotOf, type Tenancy } from "./tenancy.ts";

/** A place, or a conversation as activities name it: in a channel that is one thread of it. */
export interface Where {
  readonly id: string;
}

export interface Raw {
  /** Undefined for a good one, null for none. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  /** Between the person and the bot unless told, who has the app then; elsewhere the bot is mentioned. */
  say(user: string, text: string, where?: Where): Promise<Sent>;
  /** Sends both activities at once, as Teams does, and gives the answer with the higher status. */
  install(where: string | Place): Promise<Sent>;
  uninstall(where: string | Place): Promise<Sent>;
  /** On what the person was shown, as it stands now. Throws where a client would refuse or show a fault. */
  press(user: string, shown: Where, find: Find, inputs?: Entries): Promise<Sent>;
  /** The very same activity again. */
  resend(previous: Sent): Promise<Sent>;
  /** Anything, for bad input; a string is sent as it is. */
  raw(activity: Json | string, raw?: Raw): Promise<Sent>;
}

export interface Wire {
  /** The app's base address. */
  app(): string;
  token(): string;
}

const PATH = "/api/messages";

export function newClient(tenancy: Tenancy, happenings: Happenings, judge: Judge, wire: Wire): Client {
  const raw = (activity: Json | string, { token = wire.token(), headers = {} }: Raw = {}) => {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    const body = typeof activity === "string" ? activity : JSON.stringify(activity);
    const type = { "content-type": "application/json; charset=utf-8" };
    return post(wire.app(), { path: PATH, headers: { ...type, ...authorization, ...headers }, body });
  };
  const send = (activity: Activity) => raw(activity);
  const spokenAt = (user: string, where: Where | undefined): Spot => {
    const spot = spotOf(tenancy, where?.id ?? tenancy.personal(user).id);
    if (!spot?.place.members.has(tenancy.person(user))) throw new Error(`${user} is not in ${where?.id}`);
    if (!spot.place.isInstalled) throw new Error(`The bot is not in ${spot.place.id}: Teams sends nothing`);
    const isNew = spot.place.kind === "channel" && spot.thread === null;
    return isNew ? { ...spot, thread: tenancy.messageId() } : spot;
  };
  /** Who installs the app in a place: the person, or the first of those who are there. */
  const installing = (where: string | Place): Doing => {
    const place = typeof where === "string" ? tenancy.personal(where) : where;
    const [person] = place.members;
    if (!person) throw new Error(`Nobody is in ${place.id}`);
    return { place, thread: null, person };
  };
  return {
    raw,
    resend: ({ request }) => post(wire.app(), request),

    say: async (user, text, where) =>
      send(happenings.message({ ...spokenAt(user, where), person: tenancy.person(user) }, text)),

    async install(where) {
      const doing = installing(where);
      doing.place.isInstalled = true;
      const both = [happenings.installation(doing, "add"), happenings.membersAdded(doing)] as const;
      const [first, second] = await Promise.all([send(both[0]), send(both[1])]);
      return second.status > first.status ? second : first;
    },

    async uninstall(where) {
      const doing = installing(where);
      doing.place.isInstalled = false;
      return send(happenings.installation(doing, "remove"));
    },

    async press(user, { id }, find, inputs = {}) {
      const message = messageBefore(tenancy, user, id);
      const { activity, place } = pressed({ tenancy, happenings }, user, message, find, inputs);
      const sent = await send(activity);
      if (activity.type === "invoke") showAnswer(tenancy, judge, user, { message, place, sent });
      return sent;
    },
  };
}
