/**
 * What Teams takes at most. Where Microsoft's pages, its schemas and what others have measured differ, the stricter
 * figure stands.
 */

/** Bytes of one activity as JSON. Teams takes about 100 KB; phones draw large cards slowly. */
export const ACTIVITY = 20 * 1024;
/** Of those, what the card's frame and the activity around it take. */
export const FRAME = 3 * 1024;

export const CARD = { version: "1.5", actions: 6, columns: 3 } as const;

/** Characters. */
export const SUMMARY = 200;
/** Characters of what a client says that draws no cards. */
export const FALLBACK = 600;
/** Characters of one block of running text. */
export const BLOCK_TEXT = 2_900;
/** Characters on a button; longer words are cut off by narrow screens, so such choices are drawn as a list. */
export const BUTTON = 30;
/** Buttons beside those that every question has. */
export const BUTTONS = 3;
/** Choices that stand beneath each other; more are a list to open. */
export const EXPANDED = 12;
/** Characters of an answer in one's own words. */
export const INPUT = 3_000;
/** Bars of one chart. */
export const BARS = 20;

/** 60 in 30 s in each conversation, a few at once. `apart` in milliseconds. */
export const PACE = { burst: 6, apart: 500 } as const;
/** 50 requests a second in each directory; the rest is for what is not a reply. */
export const TENANT_PACE = { burst: 40, apart: 25 } as const;
