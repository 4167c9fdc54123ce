/** What stands open, as a prompt that a channel can draw. */
import type { Prompt, Choice as ShownChoice } from "../../chat/reply.ts";
import { choicesOf } from "../../interview/choices.ts";
import { type Open, openId } from "../../interview/interview.ts";
import { said } from "../../interview/words.ts";
import type { View } from "../view.ts";
import { itemShown } from "./answers.ts";

/** null when nothing stands open, unless the recommendation offers an answer to think about again. */
export function promptOf(view: View): Prompt | null {
  return view.open ? promptFor(view.open, view) : offerOf(view);
}

function promptFor(open: Open, view: View): Prompt {
  const choices = choicesOf(open, view.around).map(({ id, label }) => ({ id, label }));
  return { question: openId(open), choices, ...askedBy(open, view) };
}

function askedBy(open: Open, view: View): Pick<Prompt, "fact" | "kind" | "text" | "example"> {
  const { says } = view.around.words;
  switch (open.kind) {
    case "question": {
      const { tells, kind, ask, example } = open.question;
      return { fact: tells[0] ?? "", kind, text: ask, example: example ?? null };
    }
    case "list": {
      const { question, waiting } = open;
      const fact = question.tells[0] ?? "";
      if (waiting.kind === "first")
        return { fact, kind: "list", text: question.ask, example: question.example ?? null };
      if (waiting.kind === "more") return { fact, kind: "list", text: says.more, example: null };
      const { field, at } = waiting;
      const item = itemShown(view, question, at);
      const text = item === "" ? field.ask : said(says.forItem, { item, ask: field.ask });
      return { fact: `${fact}.${field.id}`, kind: field.kind, text, example: field.example ?? null };
    }
    case "check":
      return {
        fact: open.problem.place,
        kind: "choice",
        text: said(says.checkAsk, { says: open.problem.says }),
        example: null,
      };
    case "review":
      return { fact: "review", kind: "choice", text: says.reviewAsk, example: null };
  }
}

/** After advice that recommends nothing: the answer that could change it, one tap away. */
function offerOf({ standing }: View): Prompt | null {
  const { offers = [], why } = standing.chosen.row.event.params;
  const [first] = offers;
  if (!first) return null;
  const choices: ShownChoice[] = offers
    .filter(({ question }) => question === first.question)
    .map(({ choice, label }) => ({ id: choice, label }));
  return {
    question: first.question,
    fact: first.question,
    kind: "choice",
    text: why,
    example: null,
    choices,
  };
}
