/** The buttons below an answer: each says a line that could be typed. */
import type { Answered } from "../../answers/answers.ts";
import type { Entry } from "../../answers/entry.ts";
import type { Choice } from "../../chat/reply.ts";
import type { Outcome } from "../commands/command.ts";
import type { Desk, View } from "../view.ts";

/** Follow-up questions that are shown. */
const MOST_NEXT = 2;

/** In the middle of an interview only "did you mean" has buttons, lest what stands open is lost from sight. */
export function offersBelow(
  { answers }: Desk,
  { state, open, around }: View,
  { band, entries }: Answered,
): Pick<Outcome, "offers"> {
  const { says } = answers.content;
  const { ask, notIt, helped, start } = around.words.commands;
  const line = ({ question }: Entry): Choice => ({
    id: `${ask[0]} ${question}`,
    label: question,
  });
  if (band === "choose") {
    const none = { id: notIt[0] ?? "", label: says.none };
    return { offers: { text: says.choose, choices: [...entries.map(line), none] } };
  }
  if ((state.hasStarted && open) || entries.some(({ isUrgent }) => isUrgent)) return {};
  const begin = state.hasStarted ? [] : [{ id: start[0] ?? "", label: says.start }];
  if (entries.length === 0) {
    const examples = says.examples.map((question) => ({ id: `${ask[0]} ${question}`, label: question }));
    return { offers: { text: says.how, choices: [...examples, ...begin] } };
  }
  const next = entries
    .flatMap(({ next = [] }) => next)
    .flatMap((id) => answers.entry(id) ?? [])
    .slice(0, MOST_NEXT)
    .map(line);
  const rating = [
    { id: helped[0] ?? "", label: says.helped },
    { id: notIt[0] ?? "", label: says.notIt },
  ];
  return { offers: { text: says.more, choices: [...rating, ...next, ...begin] } };
}
