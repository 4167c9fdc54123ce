/** Moving through the conversation: start, stop, resume, back, skip. */
import { text } from "../../chat/reply.ts";
import { unsure } from "../../interview/answer.ts";
import { canGoBack, type Event } from "../../interview/log.ts";
import { inWords } from "../../interview/shown.ts";
import { said } from "../../interview/words.ts";
import { type Command, type Outcome, saying } from "./command.ts";

const STARTED: Event = { kind: "start", record: null };

export const start: Command = {
  word: "start",
  run(desk, { state, channel, around: { words } }) {
    const { says, kept } = words;
    const where = kept[channel] ?? "";
    const { published } = desk.edition.head;
    const hello = [text(says.hello), text(said(says.privacy, { where, published }))];
    const parts = state.answers.size > 0 ? [text(says.startedAfresh)] : hello;
    return { events: [STARTED], parts: () => parts };
  },
};

export const hello: Command = {
  word: "hello",
  run(desk, view, rest) {
    const { says } = view.around.words;
    return view.state.hasStarted ? saying(text(says.helloAgain)) : start.run(desk, view, rest);
  },
};

export const stop: Command = {
  word: "stop",
  run: (_, { around: { words } }) => ({
    ...saying(text(words.says.stopped)),
    isQuiet: true,
    isFarewell: true,
  }),
};

export const resume: Command = {
  word: "resume",
  run(desk, view, rest) {
    const { says } = view.around.words;
    if (!view.state.hasStarted) return start.run(desk, view, rest);
    return saying(text(view.open ? says.resumed : says.nothingOpen));
  },
};

export const back: Command = {
  word: "back",
  run(_, { events, around: { words } }) {
    if (!canGoBack(events)) return saying(text(words.says.backNothing));
    return { events: [{ kind: "back" }], parts: () => [text(words.says.backTo)] };
  },
};

export const skip: Command = {
  word: "skip",
  run(desk, view): Outcome {
    const { open, state, around } = view;
    if (!open) return saying(text(around.words.says.nothingOpen));
    // A question that was only asked for again keeps its answer.
    const isKept =
      open.kind === "question" && state.asked === open.question.id && state.answers.has(state.asked);
    if (isKept || open.kind === "change" || open.kind === "forget") {
      return { events: [{ kind: "back" }], parts: () => [text(around.words.says.kept)] };
    }
    const event = unsure(desk.interview, state, open);
    if (open.kind === "conflict") {
      const { title } = open.question;
      const answer = inWords(desk.interview, open.question, event.answer);
      return {
        events: [event],
        parts: () => [text(said(around.words.says.conflictKept, { title, answer }))],
      };
    }
    return { events: [event], parts: () => [text(around.words.says.notedUnsure)] };
  },
};
