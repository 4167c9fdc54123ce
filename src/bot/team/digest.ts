/** A weekly summary of all of one's teams, or none. */

import { settleWeekly } from "../reminding/weekly.ts";
import type { Verb } from "./scene.ts";
import { answering, offerOf } from "./scene.ts";

export const digest: Verb = {
  word: "digest",
  act: "see",
  async run(place, rest) {
    const { words } = place;
    const { parts, isOn, keep } = await settleWeekly(place, "digest", rest);
    const { off, weekly } = words.reminders;
    const toggle = isOn
      ? offerOf(place, words.buttons.digestOff, "digest", off[0] ?? "")
      : offerOf(place, words.buttons.digest, "digest", weekly[0] ?? "");
    const answer = answering(place, parts, [toggle, offerOf(place, words.buttons.summary, "summary")]);
    return keep ? { ...answer, keep } : answer;
  },
};
