/** Modals and Home: how they are opened, pushed and changed, and how Slack writes them. */

import { flawsOf } from "../payload/payload.ts";
import { type Block, type Json, named } from "./block.ts";
import { entriesOf } from "./channel.ts";
import { updated, valuesOf } from "./form.ts";
import type { Platform, View } from "./platform.ts";

/** Bytes of a view. */
const LARGEST_VIEW = 250 * 1_024;
/** A root and two more. */
export const DEEPEST_STACK = 3;

/** Why Slack does not take this view, with all that is wrong with it; or null. */
export function refusedView(given: Json): { error: string; messages: readonly string[] } | null {
  const size = Buffer.byteLength(JSON.stringify(given));
  if (size > LARGEST_VIEW) return { error: "view_too_large", messages: [`The view has ${size} bytes`] };
  const surface = given.type === "home" ? "home" : "modal";
  const messages = flawsOf(surface, given);
  return messages.length === 0 ? null : { error: "invalid_arguments", messages };
}

/** A view that is shown for the first time, above another or alone. */
export function newView(platform: Platform, user: string, given: Json, below: View | null = null): View {
  const id = platform.id("V");
  return {
    id,
    user,
    hash: platform.id("hash."),
    given,
    blocks: named(blocksOf(given), () => platform.id("b")),
    root: below?.root ?? id,
    previous: below?.id ?? null,
    errors: {},
  };
}

/** Changes a view in its place: its id stays, its hash does not. */
export function changeView(platform: Platform, view: View, given: Json): void {
  const next = named(blocksOf(given), () => platform.id("b"));
  view.blocks = updated(view.blocks, next, entriesOf(platform, view.id));
  view.given = given;
  view.hash = platform.id("hash.");
  view.errors = {};
}

function blocksOf({ blocks }: Json): readonly Block[] {
  return blocks as readonly Block[];
}

/** Every view that somebody has before them. */
export function openViews({ homes, stacks }: Platform): View[] {
  return [...homes.values(), ...[...stacks.values()].flat()];
}

/** A view as Slack puts it into payloads and answers, with what the client holds. */
export function viewPayload(platform: Platform, view: View) {
  const { given, blocks, id, hash, root, previous } = view;
  const { team, appId, botId, enterprise } = platform.identity;
  return {
    id,
    team_id: team,
    type: String(given.type),
    blocks,
    private_metadata: given.private_metadata ?? "",
    callback_id: given.callback_id ?? "",
    state: { values: valuesOf(blocks, entriesOf(platform, id)) },
    hash,
    title: given.title ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: given.clear_on_close ?? false,
    notify_on_close: given.notify_on_close ?? false,
    close: given.close ?? null,
    submit: given.submit ?? null,
    previous_view_id: previous,
    root_view_id: root,
    app_id: appId,
    external_id: given.external_id ?? "",
    app_installed_team_id: enterprise ?? team,
    bot_id: botId,
  };
}
