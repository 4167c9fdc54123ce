/**
 * A stand-in for Teams: its servers and the clients of its people. The app under test is driven by activities with
 * real tokens, what it says is refused where Teams would refuse it, and is read as a person would see it.
 */
import { newWatch, type Watch } from "../../slack/workspace/watch.ts";
import type { Activity } from "./activity.ts";
import { type Client, newClient, type Where } from "./client.ts";
import { type Connector, openConnector } from "./connector.ts";
import type { Judge } from "./errand.ts";
import { newHappenings } from "./happening.ts";
import { type Issuer, openIssuer } from "./issuer.ts";
import { newChannel, newGroup, type Place } from "./place.ts";
import { newTenancy, spotOf } from "./tenancy.ts";

export interface PlatformOptions {
  /** Milliseconds; of activities, not of tokens. */
  readonly now?: () => number;
  readonly appId?: string;
  readonly tenant?: string;
  /** Looks at every message that the app gives, and at every card in an answer; what it finds wrong is refused. */
  readonly judge?: Judge;
}

/** Something the bot said, as it stands now. */
export interface Shown {
  readonly id: string;
  readonly activity: Activity;
  /** The id of the thread's first message; null where there are no threads. */
  readonly thread: string | null;
}

export interface Platform extends Client {
  readonly appId: string;
  readonly tenant: string;
  readonly issuer: Issuer;
  readonly connector: Connector;
  /** The address of the app under test; activities go to `/api/messages` there. */
  app: string;
  /** Gives each request its token: a good one, until a test sets another here. */
  token: () => string;
  /** Between a person and the bot, with the app installed from then on. */
  personal(user: string): Place;
  /** People with the bot among them. */
  group(name: string, users: readonly string[]): Place;
  channel(team: string, name: string, users: readonly string[]): Place;
  /** From then on this person's client is a phone, which knows no Action.Execute. */
  phone(user: string): void;
  /** What the bot said that this person sees now, oldest first; of their own place unless told. */
  seen(user: string, where?: Where): Shown[];
  /** That the bot is typing there, until it has spoken. */
  typing(conversation: string): readonly Activity[];
  /** Words that only this person was shown, such as what was wrong with what they pressed. */
  notices(user: string): readonly string[];
  /** Waits until this is neither null, undefined nor false; looked at with every request of the app. */
  readonly until: Watch["until"];
  close(): Promise<void>;
}

const APP_ID = "22222222-2222-2222-2222-222222222222";
const TENANT = "11111111-1111-1111-1111-111111111111";
const NAME = "Signpost";

/** Listens on 127.0.0.1 at free ports. Set `app` before anybody does anything. */
export async function openPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const { now = Date.now, appId = APP_ID, tenant = TENANT, judge = () => [] } = options;
  const tenancy = newTenancy({ tenant, bot: { id: `28:${appId}`, name: NAME }, now });
  const watch = newWatch();
  const connector = await openConnector(tenancy, judge, watch.notify);
  const issuer = await openIssuer(appId, () => connector.serviceUrl);
  const happenings = newHappenings(tenancy, () => connector.serviceUrl);
  const client = newClient(tenancy, happenings, judge, {
    token: () => platform.token(),
    app() {
      if (platform.app === "") throw new Error("The platform does not know where the app is: set `app`");
      return platform.app;
    },
  });
  const opened = (place: Place) => {
    const there = tenancy.places.get(place.id) ?? place;
    for (const member of place.members) there.members.add(member);
    tenancy.places.set(there.id, there);
    return there;
  };
  const platform: Platform = {
    ...client,
    appId,
    tenant,
    issuer,
    connector,
    app: "",
    token: () => issuer.token(),
    personal: tenancy.personal,
    group: (name, users) => opened(newGroup(name, users.map(tenancy.person))),
    channel: (team, name, users) => opened(newChannel(team, name, users.map(tenancy.person))),
    phone: (user) => void tenancy.phones.add(user),
    seen(user, where) {
      const person = tenancy.person(user);
      const spot = where && spotOf(tenancy, where.id);
      return tenancy.kept
        .filter(({ place, thread }) => {
          if (!place.members.has(person)) return false;
          if (!where) return place.kind === "personal";
          return place === spot?.place && (spot.thread === null || spot.thread === thread);
        })
        .map(({ id, activity, thread }) => structuredClone({ id, activity, thread }));
    },
    typing: (conversation) => tenancy.typing.get(conversation) ?? [],
    notices: (user) => tenancy.notices.get(user) ?? [],
    until: watch.until,
    async close() {
      await Promise.all([connector.close(), issuer.close()]);
    },
  };
  return platform;
}
