/** A turn: what one person said, in typed words, by choosing, by filling in a form or by giving a file. */

/** Who speaks, as their channel knows them. A tenant is a workspace, a directory or a machine. */
export interface Speaker {
  readonly channel: string;
  readonly tenant: string;
  readonly user: string;
}

export interface Turn {
  /** Unique over all channels for each thing said; a platform's event id where there is one. */
  readonly id: string;
  readonly from: Speaker;
  /** Where the reply goes, as the channel names it. */
  readonly conversation: string;
  /** What the channel needs to reach that conversation again later, as plain data. */
  readonly reference?: unknown;
  readonly said: Utterance;
  /** The channel shows the reply itself and says so; where that fails, it is delivered like any other after a while. */
  readonly isAnsweredAtOnce?: true;
  /** The words are kept for a while, for a channel that has to show them again itself. */
  readonly isTranscribed?: boolean;
}

export type Utterance =
  /** `question`: where the words only make sense while that question stands open. `named`: whom the words name. */
  | { readonly text: string; readonly question?: string; readonly named?: Named }
  | { readonly choose: readonly string[]; readonly question?: string }
  /** The inputs of a prompt's form, by id; nothing = left empty. */
  | { readonly fill: Readonly<Record<string, readonly string[]>>; readonly question: string }
  /** The content of a record file. */
  | { readonly file: string };

/** Whom words name beside what can be read in them, as the channel knows them. */
export interface Named {
  /** Ids of single people. */
  readonly users: readonly string[];
  /** A group of people that the channel can list: a user group, or the team in whose channel it was said. */
  readonly group: string | null;
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
