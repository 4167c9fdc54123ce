/** The words in a card that people read, and whether some of them stand in others. */
import { isObject, listOf } from "../../slack/payload/walk.ts";
import { isNewer } from "./newer.ts";
import { drawnBy, isAction, isFilled, isInput, isWithin, type Part, partsOf } from "./part.ts";

/** What is read of one part alone, without the parts within it; none where it has no words. */
export function wordsOf(part: Part): string[] {
  return texts(part).filter(isFilled);
}

/** Words that stand there to be read, not to be pressed or filled in. */
export function isProse({ type, keys }: Part): boolean {
  return ["TextBlock", "TextRun", "RichTextBlock"].includes(type) || keys.at(-2) === "facts";
}

/** What can be read as soon as a card is there, drawn by a client that draws 1.5 and nothing newer. */
export function visibleWords(card: unknown): string[] {
  const drawn = drawnBy((type) => !isNewer(type), card);
  const parts = isObject(drawn) ? partsOf(drawn).filter(({ isFallback }) => !isFallback) : [];
  const closed = parts.filter(isClosed);
  return parts.filter((part) => !closed.some((outer) => isWithin(part, outer))).flatMap(wordsOf);
}

/** Shown after a press only, or never; choices that are filtered are in a menu. */
function isClosed({ it, keys }: Part): boolean {
  const isOpened = keys.at(-1) === "card" || keys.at(-1) === "selectAction";
  return it.isVisible === false || isOpened || it.style === "filtered";
}

function texts(part: Part): readonly unknown[] {
  const { it, type, keys } = part;
  if (type === "TextBlock" || type === "TextRun") return [it.text];
  if (type === "RichTextBlock") return listOf(it.inlines);
  if (isAction(part)) return [it.title];
  if (isInput(part)) return [it.label, it.title];
  if (keys.at(-2) === "facts") return [it.title, it.value];
  return keys.at(-2) === "choices" ? [it.title] : [];
}

/** Whether words or a figure stand in any of the texts, whatever is bold, in capitals or cut off with "…". */
export function isSaidIn(texts: readonly string[], words: string | number): boolean {
  const wanted = plain(String(words));
  const end = String(words).trim().endsWith("…") ? "" : " ";
  return wanted === "" || texts.some((text) => ` ${plain(text)} `.includes(` ${wanted}${end}`));
}

/** Letters and figures alone, with a blank between: "**1,200** hours." becomes "1200 hours". */
function plain(text: string): string {
  const read = text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  return (read.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:\.\d+)*/gu) ?? []).join(" ");
}
