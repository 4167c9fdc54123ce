/** Who is in a user group. The permission to look is optional: without it everything else works. */
import type { Roster } from "../../chat/channel.ts";
import type { Slack } from "./world.ts";

/** What Slack says where the app may not look. */
const PERMISSION = new Set([
  "missing_scope",
  "no_permission",
  "not_allowed_token_type",
  "plan_upgrade_required",
]);

export async function groupPeople(
  { api }: Pick<Slack, "api">,
  tenant: string,
  group: string,
): Promise<Roster> {
  const answer = await api.call(tenant, "usergroups.users.list", { usergroup: group });
  if (answer.kind === "later") return { kind: "later" };
  if (answer.kind === "refused") return { kind: PERMISSION.has(answer.error) ? "permission" : "unknown" };
  const users = answer.value.users;
  const people = Array.isArray(users) ? users.filter((user): user is string => typeof user === "string") : [];
  // Names would take a permission of their own; people say theirs when they agree.
  return { kind: "people", people: people.map((user) => ({ user, name: "" })) };
}
