/** Advice for somebody who speaks, with what it rests on. */
import { liveQualifications } from "../../advice/standing.ts";
import type { Part } from "../../chat/reply.ts";
import type { Desk, View } from "../view.ts";
import { adviceParts } from "./advice.ts";
import { advised } from "./marks.ts";

export async function adviceOnView(desk: Desk, view: View): Promise<Part[]> {
  const { edition, interview } = desk;
  const live = liveQualifications(view.standing.chosen);
  return adviceParts(edition, await advised(desk, view), live, interview.words.advice);
}
