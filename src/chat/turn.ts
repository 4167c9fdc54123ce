/** A turn: what one person said, in typed words or by choosing. */

export interface Turn {
  /** Unique for each thing said; a platform's event id where there is one. */
  readonly id: string;
  /** Who said it, as the channel knows them. */
  readonly person: string;
  readonly said:
    | { readonly text: string }
    | { readonly choose: readonly string[]; readonly question?: string };
}

/** Longer than anybody types; a longer text is refused with a sentence rather than read in part. */
export const LONGEST_TEXT = 4_000;

/**
 * Typed words without what cannot be seen: control characters become spaces, direction marks and other invisible
 * format characters go. Line breaks stay, since a list may be typed line by line.
 */
export function cleaned(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .trim();
}
