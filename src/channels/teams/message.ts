/** Draws a reply as cards: as few as carry all of it within what Teams takes; the last holds what stands open. */
import type { Reply } from "../../chat/reply.ts";
import { split } from "../post/split.ts";
import {
  type Activity,
  activityOf,
  type Element,
  type Page,
  type Piece,
  textOf,
  wordsActivity,
} from "./card.ts";
import { type Drawing, donePage, promptPage } from "./controls.ts";
import { formPage } from "./form.ts";
import { ACTIVITY, BLOCK_TEXT, FRAME } from "./limits.ts";
import { piecesOf } from "./parts.ts";

export interface Whole extends Drawing {
  readonly hasStarted: boolean;
}

const NOTHING: Page = { pieces: [], actions: [] };

/** With everything that can be pressed. */
export function pagesOf({ parts, prompt, isFarewell, isForm }: Reply, drawing: Whole): Page[] {
  const open = prompt
    ? (isForm && prompt.form.length > 0 ? formPage : promptPage)(prompt, drawing)
    : donePage(drawing, drawing.hasStarted);
  return paged(
    parts.flatMap((part) => piecesOf(part, drawing.words)),
    isFarewell ? NOTHING : open,
  );
}

/** As the last of them looks once it is answered: the same words, and nothing to press. null where nothing would stay. */
export function closedPage(reply: Reply, drawing: Whole): Page | null {
  const pieces = (pagesOf(reply, drawing).at(-1)?.pieces ?? []).filter(({ isControl }) => !isControl);
  return pieces.length > 0 ? { pieces, actions: [] } : null;
}

/** What has nothing to press and is short is words; cards are for what can be done. */
export function drawn(page: Page): Activity {
  const isWords = page.actions.length === 0 && page.pieces.every(({ elements }) => elements.every(isPlain));
  return isWords ? wordsActivity(textOf(page.pieces)) : activityOf(page);
}

/** The same words without a card, for where Teams refuses that. */
export function wordsOf(page: Page): Activity[] {
  return split(textOf(page.pieces), BLOCK_TEXT).map(wordsActivity);
}

/** Running text of one kind, such as a goodbye. */
function isPlain({ type, inlines }: Piece["elements"][number]): boolean {
  if (type !== "RichTextBlock" || !Array.isArray(inlines)) return false;
  const [first] = inlines as readonly object[];
  return inlines.length === 1 && Object.keys(first ?? {}).length === 2;
}

/** What is answered stays together. */
function paged(pieces: readonly Piece[], open: Page): Page[] {
  const pages: Page[] = [];
  let page: Piece[] = [];
  let used = 0;
  for (const piece of pieces) {
    const size = sizeOf(piece.elements);
    if (page.length > 0 && used + size > ROOM) {
      pages.push({ pieces: page, actions: [] });
      page = [];
      used = 0;
    }
    page.push(piece);
    used += size;
  }
  const openSize = sizeOf(open.actions) + sizeOf(open.pieces.flatMap(({ elements }) => elements));
  if (page.length === 0 || used + openSize <= ROOM)
    return [...pages, { pieces: [...page, ...open.pieces], actions: open.actions }].filter(isSeen);
  return [...pages, { pieces: page, actions: [] }, open];
}

/** Bytes. */
const ROOM = ACTIVITY - FRAME;

function sizeOf(elements: readonly Element[]): number {
  return Buffer.byteLength(JSON.stringify(elements));
}

function isSeen({ pieces, actions }: Page): boolean {
  return pieces.length > 0 || actions.length > 0;
}
