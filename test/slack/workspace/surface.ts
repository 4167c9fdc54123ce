/** What a person has before them: messages, their Home and the modal on top, and the control that they mean. */
import { type Block, type Control, controlsOf, type Option, optionsOf } from "./block.ts";
import { entriesOf } from "./channel.ts";
import type { Entries } from "./form.ts";
import type { Message, Platform, View } from "./platform.ts";
import { pressable } from "./readable.ts";
import { viewPayload } from "./view.ts";

/** A message as it was seen. Whoever clicks on one that has changed since clicks on what they saw. */
export interface Shown {
  readonly ts: string;
  readonly channel: string;
  readonly isEphemeral: boolean;
  readonly thread: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly edited: boolean;
  readonly files: readonly string[];
}

/** A view as it was seen, in Slack's own shape, and what stands beneath its inputs. */
export type ShownView = ReturnType<typeof viewPayload> & {
  readonly errors: Readonly<Record<string, string>>;
};

/** A message or a view as it was seen, or what stands there now: the time of a message, "home" or "modal". */
export type Where = Shown | ShownView | string;

export interface Place {
  readonly blocks: readonly Block[];
  readonly entries: Entries;
  readonly message: Message | null;
  readonly view: View | null;
}

/** What the person means to press: a button, or an option of a control. */
export interface Pressed extends Control {
  readonly option: Option | null;
}

export function shownOf({ only, isEdited, files, user: _, ...message }: Message): Shown {
  const names = files.map(({ name }) => name);
  return structuredClone({ ...message, isEphemeral: only !== null, edited: isEdited, files: names });
}

export function shownView(platform: Platform, view: View): ShownView {
  return structuredClone({ ...viewPayload(platform, view), errors: view.errors });
}

export function placeOn(platform: Platform, user: string, where: Where): Place {
  const seen = typeof where === "string" ? null : where;
  const key = typeof where === "string" ? where : "ts" in where ? where.ts : where.id;
  const stack = platform.stacks.get(user) ?? [];
  const home = platform.homes.get(user);
  const views = [home, ...stack].filter((view) => view !== undefined);
  const named = key === "home" ? home : key === "modal" ? stack.at(-1) : null;
  const view = named ?? views.find(({ id }) => id === key) ?? null;
  const message = view ? null : messageOf(platform, user, key, seen);
  if (!view && !message) throw new Error(`${user} sees no "${key}"`);
  if (view && view !== home && view !== stack.at(-1)) throw new Error("Another view stands before this one");
  const blocks = seen?.blocks ?? view?.blocks ?? message?.blocks ?? [];
  return { blocks, entries: entriesOf(platform, view?.id ?? message?.ts ?? ""), message, view };
}

/** The message as it stands, or as it was seen where it is gone since. */
function messageOf(platform: Platform, user: string, ts: string, seen: Shown | ShownView | null) {
  const there = platform.messages.find((each) => each.ts === ts);
  if (there && (there.only ?? user) !== user) throw new Error(`${user} does not see this message`);
  if (there || !seen || !("ts" in seen)) return there ?? null;
  const { channel, thread, text, blocks, edited, isEphemeral } = seen;
  const only = isEphemeral ? user : null;
  const by = platform.identity.botUserId;
  return { ts, channel, thread, text, blocks: [...blocks], isEdited: edited, only, user: by, files: [] };
}

/** The one button or option with these words, action_id or accessible name; throws where there is none or several. */
export function pressedOn({ blocks }: Place, find: string): Pressed {
  const all = controlsOf(blocks).flatMap(({ block, element }): Pressed[] => [
    ...pressable(element).map((button) => ({ block, element: button, option: null })),
    ...optionsOf(element).map((option) => ({ block, element, option })),
  ]);
  const wordsOf = ({ element, option }: Pressed) => (option ?? element).text?.text ?? "";
  const found = all.filter((each) => {
    const { action_id, accessibility_label } = each.element;
    const own = each.option ? [] : [action_id, accessibility_label];
    return [wordsOf(each), ...own].includes(find);
  });
  const [first] = found;
  if (first && found.length === 1) return first;
  const there = all.map((each) => each.element.accessibility_label ?? wordsOf(each)).join(" | ");
  throw new Error(`${found.length} things can be pressed as "${find}"; there are ${there}`);
}

/** The one control with this block_id, action_id, label or placeholder. */
export function controlOn({ blocks }: Place, name: string): Control {
  const found = controlsOf(blocks).filter(({ block, element }) =>
    [block.block_id, element.action_id, block.label?.text, element.placeholder?.text].includes(name),
  );
  const [first] = found;
  if (first && found.length === 1) return first;
  const nameOf = ({ block, element }: Control) => block.label?.text ?? element.action_id;
  const there = controlsOf(blocks).map(nameOf).join(" | ");
  throw new Error(`${found.length} controls are named "${name}"; there are ${there}`);
}
