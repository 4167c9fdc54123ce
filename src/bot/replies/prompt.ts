/** What stands open, as a prompt that a channel can draw. */
import type { Input, Prompt } from "../../chat/reply.ts";
import { choicesOf, namingField } from "../../interview/choices.ts";
import { formFields } from "../../interview/form.ts";
import type { Interview } from "../../interview/interview.ts";
import { kindOf } from "../../interview/kinds.ts";
import { type Open, openById, openId } from "../../interview/open.ts";
import type { Choice, FieldQuestion } from "../../interview/question.ts";
import { areNumbered } from "../../interview/reading/choice.ts";
import { said } from "../../interview/words.ts";
import type { Offers } from "../commands/command.ts";
import type { View } from "../view.ts";
import { itemShown, itemsNumbered } from "./answers.ts";

/** The question of buttons that say a line each. */
export const SAY = "say";

/** Lines to choose from, instead of what stands open. */
export function offering({ text, choices }: Offers): Prompt {
  return {
    question: SAY,
    fact: "",
    kind: "command",
    text,
    example: null,
    choices,
    isNumbered: false,
    form: [],
  };
}

type Asking = Exclude<Open, { kind: "forget" }>;

/** null when nothing stands open, unless the recommendation offers an answer to think about again. */
export function promptOf(view: View, interview: Interview): Prompt | null {
  if (!view.open) return offerOf(view, interview);
  return view.open.kind === "forget" ? null : promptFor(view.open, view);
}

/** What one question asks, whether or not it stands open; null where there is no such question now. */
export function promptOfQuestion(view: View, interview: Interview, question: string): Prompt | null {
  const { open, state } = view;
  if (open && openId(open) === question) return promptOf(view, interview);
  const found = openById(interview, state, question);
  return found && found.kind !== "forget" ? promptFor(found, view) : null;
}

function promptFor(open: Asking, view: View): Prompt {
  const choices = choicesOf(open, view.around);
  const shown = choices.map(({ id, label }) => ({ id, label }));
  return {
    question: openId(open),
    choices: shown,
    isNumbered: isNumbered(open, choices),
    form: formFields(open).map((field) => inputOf(field, view)),
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
    case "conflict": {
      const { tells, title } = open.question;
      return { fact: tells[0] ?? "", kind: "choice", text: said(says.conflictAsk, { title }), example: null };
    }
    case "review":
      return { fact: "review", kind: "choice", text: says.reviewAsk, example: null };
    case "change":
      return { fact: "change", kind: "choice", text: says.changeWhich, example: null };
  }
}

/** After advice that recommends nothing: the question whose answer could change it, with the answers that would. */
function offerOf({ standing, state }: View, interview: Interview): Prompt | null {
  const { offers = [] } = standing.chosen.row.event.params;
  const open = offers[0] ? openById(interview, state, offers[0].question) : null;
  if (open?.kind !== "question") return null;
  const { id, ask, tells } = open.question;
  const choices = offers
    .filter(({ question }) => question === id)
    .map(({ choice, label }) => ({ id: choice, label }));
  return {
    question: id,
    fact: tells[0] ?? id,
    kind: "choice",
    text: ask,
    example: null,
    choices,
    isNumbered: true,
    form: [],
  };
}

/** A form's input; a yes or no is a choice of the two, so that leaving it open stays possible. */
function inputOf(field: FieldQuestion, { around: { words, offers } }: View): Input {
  const choices = kindOf(field).choices(field, words).filter(offers);
  const naming = field.choices?.some((choice) => choice.entries) === true;
  return {
    id: field.id,
    label: field.ask,
    kind: inputKind(field),
    choices: choices.map(({ id, label }) => ({ id, label })),
    example: field.example ?? null,
    isNeeded: naming,
  };
}

function inputKind({ kind }: FieldQuestion): Input["kind"] {
  if (kind === "choice" || kind === "yes-no") return "choice";
  if (kind === "many" || kind === "date" || kind === "number") return kind;
  return "text";
}

/** A list that is asked for again is shown, so that an entry can be taken out by its number. */
function moreText(view: View, { question, isAgain }: Extract<Open, { kind: "list" }>): string {
  const { says } = view.around.words;
  if (!isAgain) return says.more;
  const items = itemsNumbered(view, question);
  return items === "" ? says.more : `${said(says.itemsSoFar, { title: question.title, items })} ${says.more}`;
}
