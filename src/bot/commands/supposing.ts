/** What if: what would change if something were so. It is worked out beside what was told, and nothing is kept. */
import { text } from "../../chat/reply.ts";
import { readSupposition } from "../../interview/suppose.ts";
import { supposedEvents } from "../../interview/suppose-events.ts";
import type { Supposable } from "../../interview/supposed.ts";
import { whatIfParts } from "../replies/what-if.ts";
import { type Desk, look, type View } from "../view.ts";
import { type Command, type Outcome, saying } from "./command.ts";

export const whatIf: Command = {
  word: "whatIf",
  async run(desk, view, rest) {
    const { events, state, around, channel } = view;
    const { whatIf: words } = around.words;
    if (!state.hasStarted) return starting(view);
    if (rest === "")
      return withExamples(view, saying({ kind: "list", title: words.how, items: words.kinds }));
    const scope = supposable(desk, around.today);
    const read = readSupposition(scope, rest);
    if ("problem" in read) return withExamples(view, saying(text(read.problem)));
    const supposed = supposedEvents(desk.interview, state, read.answer);
    const after = await look(desk, [...events, ...supposed.events], around.today, channel);
    return saying(...(await whatIfParts(desk, view, after, supposed.effects)));
  },
};

/** What suppositions are read with. `today` is an ISO date. */
export function supposable({ edition, interview }: Desk, today: string): Supposable {
  const qualifications = edition.head.qualifications.map(({ id, title, short, also = [] }) => ({
    id,
    label: title,
    also: [short, ...also],
  }));
  return { interview, qualifications, today };
}

function withExamples({ around }: View, outcome: Outcome): Outcome {
  const { examples, examplesAsk } = around.words.whatIf;
  const choices = examples.map(({ label, line }) => ({ id: line, label }));
  return { ...outcome, offers: { text: examplesAsk, choices } };
}

function starting({ around }: View): Outcome {
  const { whatIf: words, commands } = around.words;
  const [line = ""] = commands.start;
  return {
    ...saying(text(words.notStarted)),
    offers: { text: words.startAsk, choices: [{ id: line, label: line }] },
  };
}
