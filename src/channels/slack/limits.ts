/**
 * What Slack takes at most. Where its documents, its types and what others have measured differ, the stricter figure
 * stands. Lengths are in characters.
 */

export const MESSAGE = {
  blocks: 50,
  /** Of the text that says the same as the blocks; longer ones are refused when a message is changed. */
  text: 4_000,
  tables: 1,
  charts: 2,
} as const;

export const VIEW = { blocks: 100, title: 24, button: 24, metadata: 3_000 } as const;

export const HEADER = 150;
/** Of one block of running text; the true limit of rich text is not documented, that of a section is 3,000. */
export const BLOCK_TEXT = 2_900;

export const BUTTON = { text: 75, label: 75, value: 2_000, inRow: 25 } as const;
/** Longer words on a button are cut off by narrow screens, so such choices are drawn as a list. */
export const READABLE_BUTTON = 32;

export const OPTION = { text: 75, description: 75, value: 150 } as const;
export const SELECT = { options: 100 } as const;
export const RADIO = { options: 10 } as const;
export const PLACEHOLDER = 150;
export const INPUT = { label: 2_000, hint: 2_000, text: 3_000 } as const;
export const ID = 255;

export const CONFIRM = { title: 100, text: 300, button: 30 } as const;

/** `rows` without the header; `characters` of all cells together. */
export const TABLE = { rows: 100, columns: 20, page: 10, characters: 10_000 } as const;

export const CHART = { title: 50, categories: 20, label: 20 } as const;

/** A response_url takes so many answers, for so long after the click (milliseconds). */
export const RESPONSE = { uses: 5, lives: 30 * 60_000 } as const;

/** One message a second in each conversation; Slack bears a few at once. `apart` in milliseconds. */
export const PACE = { burst: 3, apart: 1_000 } as const;
