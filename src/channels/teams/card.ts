/** Adaptive Cards as plain data, and the activities that carry them. */
import { shortened } from "../post/split.ts";
import { CARD, FALLBACK, SUMMARY } from "./limits.ts";

export type Element = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Elements that belong together, and the text that says the same. */
export interface Piece {
  readonly elements: readonly Element[];
  readonly text: string;
  /** Only there to be answered: it goes once the card is closed. */
  readonly isControl?: true;
}

/** What one card holds. */
export interface Page {
  readonly pieces: readonly Piece[];
  readonly actions: readonly Element[];
}

/** What Teams is sent. */
export type Activity = { readonly type: string } & Readonly<Record<string, unknown>>;

export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";

export function cardOf({ pieces, actions }: Page): Element {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: CARD.version,
    msteams: { width: "full" },
    fallbackText: shortened(textOf(pieces), FALLBACK),
    body: pieces.flatMap(({ elements }) => elements),
    ...(actions.length > 0 ? { actions } : {}),
  };
}

export function activityOf(page: Page): Activity {
  return {
    type: "message",
    summary: shortened(textOf(page.pieces).replace(/\s+/g, " "), SUMMARY),
    attachments: [{ contentType: CARD_TYPE, content: cardOf(page) }],
  };
}

/** Words alone, literally. */
export function wordsActivity(text: string): Activity {
  return { type: "message", textFormat: "plain", text };
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join("\n");
}

type Style = Readonly<Record<string, unknown>>;

/** Text in a run is literal: what people typed cannot become a link or markup there. */
export function run(text: string, style: Style = {}) {
  return { type: "TextRun", text, ...style };
}
export type Run = ReturnType<typeof run>;

export const BOLD: Style = { weight: "Bolder" };
export const SUBTLE: Style = { isSubtle: true };

export function richText(runs: readonly Run[], style: Style = {}): Element {
  return { type: "RichTextBlock", inlines: runs, ...style };
}
