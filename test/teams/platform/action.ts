/** What can be pressed and filled in on an activity. */
import type { Json } from "../../slack/workspace/block.ts";
import { type Activity, cardsOf } from "./activity.ts";
import { type Element, everythingIn, isInput, listed, shownIn, wordsOf } from "./element.ts";

export interface Action {
  readonly type: string;
  readonly title: string;
  readonly verb: string | null;
  readonly data: Json;
  /** What a client does that does not know the action; null where it does nothing. */
  readonly fallback: Action | null;
  /** As the card has it. */
  readonly element: Element;
}

export interface Input {
  readonly id: string;
  /** Such as "Text", "ChoiceSet". */
  readonly kind: string;
  readonly label: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** What stands in it at first; "" where nothing does. */
  readonly value: string;
  readonly isRequired: boolean;
  /** Whether a person sees it. */
  readonly isShown: boolean;
  readonly errorMessage: string;
  /** As the card has it. */
  readonly element: Element;
}

/** Teams shows no more of one row. */
const MOST = 6;

/** All that a person can press, from top to bottom. */
export function actionsOf(activity: Activity): Action[] {
  return cardsOf(activity).flatMap(shownIn).flatMap(pressable);
}

/** All that a person can fill in, from top to bottom. */
export function inputsOf(activity: Activity): Input[] {
  return cardsOf(activity)
    .flatMap(allInputsOf)
    .filter(({ isShown }) => isShown);
}

/** All inputs of a card: what is hidden is sent too. */
export function allInputsOf(card: Element): Input[] {
  const shown = new Set(shownIn(card));
  return everythingIn(card)
    .filter(isInput)
    .map((element) => inputOf(element, shown.has(element)));
}

export function pressable(element: Element): Action[] {
  const row = listed(element.actions).slice(0, MOST);
  return [...listed([element.selectAction, element.inlineAction]), ...row].map(actionOf);
}

function actionOf(element: Element): Action {
  const { type, title, verb, data, fallback } = element;
  return {
    type: String(type),
    title: wordsOf(title),
    verb: typeof verb === "string" ? verb : null,
    data: typeof data === "object" && data !== null ? (data as Json) : {},
    fallback: listed([fallback]).map(actionOf)[0] ?? null,
    element,
  };
}

function inputOf(element: Element, isShown: boolean): Input {
  const { id, type, label, choices, value, isRequired, errorMessage } = element;
  return {
    id: wordsOf(id),
    kind: String(type).replace("Input.", ""),
    label: wordsOf(label),
    choices: listed(choices).map((choice) => ({
      title: wordsOf(choice.title),
      value: wordsOf(choice.value),
    })),
    value: wordsOf(value),
    isRequired: isRequired === true,
    isShown,
    errorMessage: wordsOf(errorMessage),
    element,
  };
}
