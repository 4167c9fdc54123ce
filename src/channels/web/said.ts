/** What somebody said, in words, as it is shown in the conversation. */
import type { Exchange } from "../../bot/transcript.ts";
import { filled } from "../../chat/filled.ts";
import type { PageWords } from "../../chat/page.ts";
import type { Prompt } from "../../chat/reply.ts";
import type { Utterance } from "../../chat/turn.ts";
import type { Drawing } from "./drawing.ts";

/** The prompts that somebody had seen before they spoke, newest first. */
export function promptsBefore(exchanges: readonly Exchange[], at: number): Prompt[] {
  return exchanges
    .slice(0, at)
    .reverse()
    .flatMap(({ reply }) => reply.prompt ?? []);
}

/** Line by line; empty where the words were not kept. */
export function saidLines(said: Utterance, seen: readonly Prompt[], { home, words }: Drawing): string[] {
  if ("text" in said)
    return [buttonSaying(said.text, words) ?? said.text].flatMap((text) => text.split("\n"));
  if ("file" in said) return [words.talk.file];
  const prompt = seen.find(({ question }) => question === said.question) ?? null;
  if ("choose" in said) {
    if (said.question === home.change)
      return said.choose.map((id) => filled(words.talk.changing, { title: home.titles[id] ?? id }));
    return [labelsOf(said.choose, (prompt ?? seen[0])?.choices ?? [], words.talk.unkept)];
  }
  const inputs = Object.entries(said.fill).filter(([, values]) => values.some((value) => value !== ""));
  return inputs.map(([id, values]) => {
    const input = prompt?.form.find((each) => each.id === id);
    const given =
      input && input.choices.length > 0 ? labelsOf(values, input.choices, words.talk.unkept) : null;
    const typed = input?.kind === "date" ? values.map(dateInWords) : values;
    return `${input?.label ?? id} ${given ?? typed.join(", ")}`;
  });
}

/** The words of the button that says a command, which is what somebody has seen who tapped it. */
function buttonSaying(text: string, { prompt, welcome, menu }: PageWords): string | undefined {
  const buttons: Readonly<Record<string, string>> = {
    start: welcome.start,
    skip: prompt.skip,
    why: prompt.why,
    back: prompt.back,
    gaps: prompt.advice,
    review: prompt.review,
    change: prompt.change,
    export: menu.export,
  };
  return Object.hasOwn(buttons, text) ? buttons[text] : undefined;
}

/** Browsers send a date as 2010-03-10. */
function dateInWords(date: string): string {
  const at = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : at.toLocaleDateString("en-GB", DAY);
}

const DAY = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

function labelsOf(ids: readonly string[], choices: Prompt["choices"], unknown: string): string {
  const labels = ids
    .filter((id) => id !== "")
    .map((id) => choices.find((choice) => choice.id === id)?.label ?? unknown);
  return labels.join(", ");
}

/** The question that an exchange answered, by its id among the answers; null where it asked or changed nothing. */
export function answeredIn(
  { said, reply }: Exchange,
  seen: readonly Prompt[],
  { home }: Drawing,
): string | null {
  const asked = seen[0]?.question;
  if (said === null || "file" in said || asked === undefined || reply.prompt?.question === asked) return null;
  if ("choose" in said && said.question === home.change) return null;
  // What is asked about a part of an answer bears the answer's own id first.
  const id = asked.split(".")[0] ?? asked;
  return home.told.some(({ question }) => question === id) ? id : null;
}
