/** A person's Slack client at work on what it shows: clicking, filling in, sending and closing. */
import type { Control, Json, Option } from "./block.ts";
import { controlsOf } from "./block.ts";
import { payloadOf } from "./channel.ts";
import { type Entered, heldFor, refusalOf } from "./entering.ts";
import { interaction } from "./events.ts";
import { enter, held, heldBy, isListed, valuesOf } from "./form.ts";
import type { Platform, View } from "./platform.ts";
import type { Sent } from "./signing.ts";
import { follow } from "./submission.ts";
import { controlOn, type Place, type Pressed, placeOn, pressedOn, type Where } from "./surface.ts";
import { newResponseUrl, newTrigger } from "./trigger.ts";
import { viewPayload } from "./view.ts";
import type { Wire } from "./wire.ts";

/** What to enter, by block_id, action_id or label. */
export type Entries = Readonly<Record<string, Entered>>;

export interface Client {
  /** Presses a button, or chooses an option. Throws where nothing or several things have that name. */
  click(user: string, where: Where, find: string): Promise<Sent>;
  /** Enters something; null where the client keeps it to itself until the view is submitted. */
  set(user: string, where: Where, name: string, value: Entered): Promise<Sent | null>;
  /** Throws where the client refuses: what is required is empty, or a number is out of its bounds. `by`: who says that they did it. */
  submit(user: string, viewId: string, values?: Entries, by?: string): Promise<Sent>;
  /** Null where the app did not ask to be told. */
  close(user: string, viewId: string): Promise<Sent | null>;
}

export function newClient(platform: Platform, wire: Wire): Client {
  const act = (user: string, place: Place, { block, element }: Control, action: Json) => {
    const { action_id } = element;
    const done = {
      type: element.type,
      action_id,
      block_id: block.block_id,
      ...action,
      action_ts: platform.ts(),
    };
    const context = place.view ? viewContext(platform, place.view) : messageContext(platform, user, place);
    const trigger_id = newTrigger(platform, user);
    return wire.interact(
      interaction(platform, user, { type: "block_actions", trigger_id, ...context, actions: [done] }),
    );
  };
  const topView = (user: string, id: string): View => {
    const top = platform.stacks.get(user)?.at(-1);
    if (top?.id !== id) throw new Error(`The view ${id} does not stand before ${user}`);
    return top;
  };
  return {
    async click(user, where, find) {
      const place = placeOn(platform, user, where);
      const pressed = pressedOn(place, find);
      if (!pressed.option) return act(user, place, pressed, pushed(pressed));
      const key = heldBy(pressed.element);
      if (key) enter(pressed, place.entries, chosen(pressed, pressed.option, place));
      if (!isSent(pressed)) throw new Error(`"${find}" is sent with the view: use set`);
      return act(user, place, pressed, key ? held(pressed, place.entries) : selected(pressed.option));
    },

    async set(user, where, name, value) {
      const place = placeOn(platform, user, where);
      const control = controlOn(place, name);
      enter(control, place.entries, heldFor(control.element, value));
      return isSent(control) ? act(user, place, control, held(control, place.entries)) : null;
    },

    async submit(user, viewId, values = {}, by = user) {
      const view = topView(user, viewId);
      if (!view.given.submit) throw new Error("The view has no button to submit it");
      const place = placeOn(platform, user, viewId);
      for (const [name, value] of Object.entries(values)) {
        const control = controlOn(place, name);
        enter(control, place.entries, heldFor(control.element, value));
      }
      for (const control of controlsOf(place.blocks)) {
        const refused = refusalOf(control, place.entries);
        if (refused) throw new Error(`The client keeps the view: "${control.block.label?.text}" ${refused}`);
      }
      const trigger_id = newTrigger(platform, user);
      const body = {
        type: "view_submission",
        trigger_id,
        view: viewPayload(platform, view),
        response_urls: [],
      };
      return follow(platform, view, await wire.interact(interaction(platform, by, body)));
    },

    async close(user, viewId) {
      const view = topView(user, viewId);
      const body = { type: "view_closed", view: viewPayload(platform, view), is_cleared: false };
      if (view.given.clear_on_close === true) platform.stacks.delete(user);
      else platform.stacks.get(user)?.pop();
      const isTold = view.given.notify_on_close === true;
      return isTold ? wire.interact(interaction(platform, user, body)) : null;
    },
  };
}

/** Whether a change is sent at once: everywhere but in an input that does not ask for it. */
function isSent({ block }: Control): boolean {
  return block.type !== "input" || block.dispatch_action === true;
}

/** What a button says when it is pressed. */
function pushed({ element }: Pressed): Json {
  const { text, value, style, url, confirm } = element;
  const given = { text, value, style, url, confirm };
  return Object.fromEntries(Object.entries(given).filter(([, each]) => each !== undefined));
}

function selected({ text, value }: Option): Json {
  return { selected_option: { text, value } };
}

/** What the control holds once the option is pressed; in a list it is ticked, or unticked. */
function chosen(control: Control, { text, value }: Option, { entries }: Place): unknown {
  if (!isListed(control.element)) return { text, value };
  const before = (held(control, entries).selected_options ?? []) as readonly Option[];
  const others = before.filter((option) => option.value !== value);
  return others.length < before.length ? others : [...before, { text, value }];
}

function viewContext(platform: Platform, view: View): Json {
  const payload = viewPayload(platform, view);
  return { container: { type: "view", view_id: view.id }, view: payload, state: payload.state };
}

function messageContext(platform: Platform, user: string, { message, blocks, entries }: Place): Json {
  if (!message) return {};
  const { channel, ts, only, thread } = message;
  const there = platform.messages.find((each) => each.ts === ts) ?? null;
  return {
    container: {
      type: "message",
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: only !== null,
      ...(thread && { thread_ts: thread }),
    },
    channel: { id: channel, name: channel.startsWith("D") ? "directmessage" : channel.toLowerCase() },
    // An ephemeral message is not kept by Slack, so nobody is told what stood in it.
    ...(only === null && { message: payloadOf(platform, { ...message, blocks: [...blocks] }) }),
    state: { values: valuesOf(blocks, entries) },
    response_url: newResponseUrl(platform, user, channel, there ?? message),
  };
}
