/** views.*: opened by a trigger, pushed three deep, changed while they are open. */
import { z } from "zod";
import type { Json } from "./block.ts";
import { isKnown } from "./channel.ts";
import { type Methods, method, refusal } from "./method.ts";
import type { Platform, View } from "./platform.ts";
import { takeTrigger } from "./trigger.ts";
import { changeView, DEEPEST_STACK, newView, openViews, refusedView, viewPayload } from "./view.ts";

const view = z.record(z.string(), z.unknown());
const triggered = z.looseObject({ trigger_id: z.string(), view });
const changed = z.looseObject({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
  view,
});
const published = z.looseObject({ user_id: z.string(), hash: z.string().optional(), view });

function refusedAs(type: "modal" | "home", given: Json, platform: Platform, self?: View): Json | null {
  const refused = refusedView(given);
  if (refused) return refusal(refused.error, refused.messages);
  if (given.type !== type) return refusal("invalid_arguments", [`[ERROR] must be a ${type}`]);
  const external = given.external_id;
  const isTaken = openViews(platform).some(
    (other) => other !== self && external && other.given.external_id === external,
  );
  return isTaken ? refusal("duplicate_external_id") : null;
}

export const VIEWS: Methods = {
  "views.open": method(triggered, (platform, { trigger_id, view }) => {
    const refused = refusedAs("modal", view, platform);
    if (refused) return refused;
    const trigger = takeTrigger(platform, trigger_id);
    if (typeof trigger === "string") return refusal(trigger);
    const opened = newView(platform, trigger.user, view);
    platform.stacks.set(trigger.user, [opened]);
    return { view: viewPayload(platform, opened) };
  }),

  "views.push": method(triggered, (platform, { trigger_id, view }) => {
    const refused = refusedAs("modal", view, platform);
    if (refused) return refused;
    const trigger = takeTrigger(platform, trigger_id);
    if (typeof trigger === "string") return refusal(trigger);
    const stack = platform.stacks.get(trigger.user) ?? [];
    const below = stack.at(-1);
    if (!below) return refusal("not_found");
    if (stack.length >= DEEPEST_STACK) return refusal("push_limit_reached");
    const pushed = newView(platform, trigger.user, view, below);
    stack.push(pushed);
    return { view: viewPayload(platform, pushed) };
  }),

  "views.update": method(changed, (platform, { view_id, external_id, hash, view: given }) => {
    const there = openViews(platform).find(({ id, given }) =>
      view_id ? id === view_id : external_id !== undefined && given.external_id === external_id,
    );
    if (!there) return refusal("not_found");
    if (hash !== undefined && hash !== there.hash) return refusal("hash_conflict");
    const type = there.given.type === "home" ? "home" : "modal";
    const refused = refusedAs(type, given, platform, there);
    if (refused) return refused;
    changeView(platform, there, given);
    return { view: viewPayload(platform, there) };
  }),

  "views.publish": method(published, (platform, { user_id, hash, view: given }) => {
    if (!isKnown(platform, user_id)) return refusal("user_not_found");
    const there = platform.homes.get(user_id);
    if (hash !== undefined && hash !== there?.hash) return refusal("hash_conflict");
    const refused = refusedAs("home", given, platform, there);
    if (refused) return refused;
    const home = there ?? newView(platform, user_id, given);
    if (there) changeView(platform, there, given);
    platform.homes.set(user_id, home);
    return { view: viewPayload(platform, home) };
  }),
};
