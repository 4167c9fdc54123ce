/** What stands open, as a prompt that a channel can draw. */
import type { Prompt, Choice as ShownChoice } from "../../chat/reply.ts";
import { choicesOf, namingField } from "../../interview/choices.ts";
import { type Open, openId } from "../../interview/open.ts";
import type { Choice } from "../../interview/question.ts";
import { areNumbered } from "../../interview/reading/choice.ts";
import { said } from "../../interview/words.ts";
import type { View } from "../view.ts";
import { itemShown, itemsNumbered } from "./answers.ts";

type Asking = Exclude<Open, { kind: "forget" }>;

/** null when nothing stands open, unless the recommendation offers an answer to think about again. */
export function promptOf(view: View): Prompt | null {
  if (!view.open) return offerOf(view);
  return view.open.kind === "forget" ? null : promptFor(view.open, view);
}

function promptFor(open: Asking, view: View): Prompt {
  const choices = choicesOf(open, view.around);
  const shown = choices.map(({ id, label }) => ({ id, label }));
  return {
    question: openId(open),
    choices: shown,
    isNumbered: isNumbered(open, choices),
    ...askedBy(open, view),
  };
}

/** Beside "how many hours?" a 1 is an hour, not the first choice. */
function isNumbered(open: Asking, choices: readonly Choice[]): boolean {
  const isAmount = open.kind === "list" && open.waiting.kind === "first" && !namingField(open.question);
  return !isAmount && areNumbered(choices);
}

function askedBy(open: Asking, view: View): Pick<Prompt, "fact" | "kind" | "text" | "example"> {
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
      if (waiting.kind === "more") return { fact, kind: "list", text: moreText(view, open), example: null };
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
    case "change":
      return { fact: "change", kind: "choice", text: says.changeWhich, example: null };
  }
}

/** After advice that recommends nothing: the answer that could change it, one tap away. */
function offerOf({ standing, around }: View): Prompt | null {
  const { offers = [] } = standing.chosen.row.event.params;
  const [first] = offers;
  if (!first) return null;
  const choices: ShownChoice[] = offers
    .filter(({ question }) => question === first.question)
    .map(({ choice, label }) => ({ id: choice, label }));
  return {
    question: first.question,
    fact: first.question,
    kind: "choice",
    text: around.words.says.offerAsk,
    example: null,
    choices,
    isNumbered: true,
  };
}

/** A list that is asked for again is shown, so that an entry can be taken out by its number. */
function moreText(view: View, { question, isAgain }: Extract<Open, { kind: "list" }>): string {
  const { says } = view.around.words;
  if (!isAgain) return says.more;
  const items = itemsNumbered(view, question);
  return items === "" ? says.more : `${said(says.itemsSoFar, { title: question.title, items })} ${says.more}`;
}
