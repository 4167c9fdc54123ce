/** What an app's answer to a submitted view does to the views that stand open. */
import { z } from "zod";
import { controlsOf } from "./block.ts";
import type { Platform, View } from "./platform.ts";
import type { Sent } from "./signing.ts";
import { changeView, DEEPEST_STACK, newView, refusedView } from "./view.ts";

const view = z.record(z.string(), z.unknown());
const answer = z.discriminatedUnion("response_action", [
  z.strictObject({ response_action: z.literal("clear") }),
  z.strictObject({ response_action: z.literal("errors"), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal("update"), view }),
  z.strictObject({ response_action: z.literal("push"), view }),
]);

/** Does as the app answered. Where Slack cannot, the view stays and the person is shown that there was trouble. */
export function follow(platform: Platform, view: View, sent: Sent): Sent {
  const trouble = sent.trouble ?? obey(platform, view, sent);
  return { ...sent, trouble };
}

function obey(platform: Platform, view: View, { body, json }: Sent): string | null {
  const stack = platform.stacks.get(view.user) ?? [];
  view.errors = {};
  if (body === "") {
    stack.splice(stack.indexOf(view), 1);
    return null;
  }
  const read = answer.safeParse(json);
  if (!read.success) return "Slack does not understand the answer";
  const told = read.data;
  if (told.response_action === "clear") platform.stacks.delete(view.user);
  else if (told.response_action === "errors") return showErrors(view, told.errors);
  else {
    const refused = told.view.type === "modal" ? refusedView(told.view) : { messages: ["must be a modal"] };
    if (refused) return refused.messages.join("\n");
    if (told.response_action === "update") changeView(platform, view, told.view);
    else if (stack.length >= DEEPEST_STACK) return "push_limit_reached";
    else stack.push(newView(platform, view.user, told.view, view));
  }
  return null;
}

/** Errors stand beneath inputs only, by the block_id of each. */
function showErrors(view: View, errors: Readonly<Record<string, string>>): string | null {
  const inputs = controlsOf(view.blocks).filter(({ block }) => block.type === "input");
  const ids = new Set(inputs.map(({ block }) => block.block_id));
  const strays = Object.keys(errors).filter((id) => !ids.has(id));
  if (strays.length > 0 || Object.keys(errors).length === 0)
    return `There is no input for an error: ${strays.join(", ")}`;
  view.errors = errors;
  return null;
}
