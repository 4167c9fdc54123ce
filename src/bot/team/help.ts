/** What somebody can say about teams, by what they may do. */
import { text } from "../../chat/reply.ts";
import { may } from "../../cohort/rights.ts";
import type { Outcome } from "../commands/command.ts";
import { mayCreate } from "./create.ts";
import { answering, type Scene } from "./scene.ts";

export function helpOf(scene: Scene): Outcome {
  const { words, mine, room } = scene;
  const isNamed = mayCreate(scene);
  const isManager = mine.some(({ role }) => may(role, "manage"));
  const named = isNamed && !isManager ? words.help.named : [];
  const items = [...named, ...(isManager ? words.help.manager : mine.length > 0 ? words.help.assessor : [])];
  if (items.length === 0) return answering(scene, [text(words.help.none)]);
  const [team = ""] = room.desk.interview.words.commands.team;
  const choices = mine.length > 0 ? [{ id: team, label: words.buttons.summary }] : [];
  return answering(scene, [{ kind: "list", title: words.titles.help, items }], choices);
}
