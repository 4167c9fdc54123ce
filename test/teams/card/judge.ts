/** An independent judge of what the bot sends to Teams. Property names and types are judged in shape.ts, many at once. */
import { isObject, listOf } from "../../slack/payload/walk.ts";
import { accessFlaws } from "./access.ts";
import { activityFlaws } from "./activity.ts";
import { echoFlaws } from "./echo.ts";
import type { Flaw } from "./flaw.ts";
import { limitFlaws } from "./limits.ts";
import { parserFlaws } from "./parser.ts";

const JUDGES = [parserFlaws, limitFlaws, accessFlaws, echoFlaws] as const;

/** All that is wrong with one activity; empty where it is fine. It is judged as on the wire. Never throws on JSON. */
export function flawsOf(activity: unknown): Flaw[] {
  const sent = onTheWire(activity);
  if (!isObject(sent)) return [{ path: "", wrong: "must be an object" }];
  const inCards = listOf(sent.attachments).flatMap((attachment, index) =>
    isObject(attachment) ? within(`attachments[${index}].content`, cardFlaws(attachment.content)) : [],
  );
  return [...activityFlaws(sent), ...inCards];
}

/** The same for a card alone, such as one that replaces another in the answer to a click. */
export function cardFlaws(card: unknown): Flaw[] {
  const sent = onTheWire(card);
  return isObject(sent) ? JUDGES.flatMap((judge) => judge(sent)) : [{ path: "", wrong: "must be a card" }];
}

/** What JSON drops is not there. */
function onTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? "null");
}

function within(outer: string, flaws: readonly Flaw[]): Flaw[] {
  return flaws.map(({ path, wrong }) => ({ path: path === "" ? outer : `${outer}.${path}`, wrong }));
}
