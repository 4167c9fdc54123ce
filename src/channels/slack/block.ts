/** Blocks of Block Kit as plain data, each with the text that says the same to who cannot see it. */

export type Block = { readonly type: string } & Readonly<Record<string, unknown>>;

/** A block and its plain form. */
export interface Piece {
  readonly block: Block;
  readonly text: string;
  /** Only there to be pressed: it goes once the message is closed. */
  readonly isControl?: true;
}

/** A message that Slack takes: `text` is what notifications and screen readers say. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Slack would read these three as the beginning of a link, a mention or a character. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Its words are shown as they are: no markup, no mentions, no emoji codes. */
export function plain(text: string) {
  return { type: "plain_text", text, emoji: false } as const;
}

type Style = "bold" | "italic";

/** Text in a rich_text block is literal: what people typed cannot become a mention, a link or markup there. */
export function run(text: string, style?: Style) {
  return { type: "text", text, ...(style ? { style: { [style]: true } } : {}) };
}
export type Run = ReturnType<typeof run>;

export function section(...runs: readonly Run[]): Block {
  return { type: "rich_text_section", elements: runs };
}

export function richText(...elements: readonly Block[]): Block {
  return { type: "rich_text", elements };
}
