/** Reads what can be pressed on a card in Teams. */
import { type Choice, type Json, jsonOf, listOf, type Shown } from "./shown.ts";

const CARD = "application/vnd.microsoft.card.adaptive";

/** The card of a message; null where it has none. */
export function cardIn(activity: Json): Json | null {
  const [first] = listOf(activity.attachments);
  return first?.contentType === CARD ? jsonOf(first.content) : null;
}

/** null where nothing can be pressed. */
export function shownOn(card: Json, message: string): Shown | null {
  const actions = listOf(card.actions).map(({ verb, data }) => ({ verb, data: jsonOf(data) }));
  const [first] = actions;
  if (!first) return null;
  const { drawing, question } = jsonOf(first.data.signpost);
  const inputs = listOf(card.body).filter(({ type }) => type === "Input.ChoiceSet");
  return {
    number: Number(drawing),
    message,
    text: JSON.stringify(card.body),
    choices: actions.flatMap((action) => choicesOf(action, inputs[0])),
    isAsking: question !== "",
  };
}

/** A button is an answer by itself, or sends what was picked above it. */
function choicesOf({ verb, data }: Json, input: Json | undefined): Choice[] {
  if (verb === "choose")
    return [{ value: String(jsonOf(jsonOf(data).signpost).value), press: { verb, data } }];
  if (verb !== "answer" || !input) return [];
  return listOf(input.choices).map(({ value }) => ({
    value: String(value),
    press: { verb, data: { ...jsonOf(data), [String(input.id)]: value } },
  }));
}
