/** A reply: plain data that every channel can draw. A channel that cannot draw a part shows its plain form. */

export type Part =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "list";
      readonly title?: string;
      readonly isNumbered?: true;
      readonly items: readonly string[];
    }
  | { readonly kind: "progress"; readonly done: number; readonly of: number; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly type: string; readonly content: string };

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What stands open for an answer. Its question id goes with every button, so that a late click finds its place. */
export interface Prompt {
  readonly question: string;
  /** What the answer sets. */
  readonly fact: string;
  readonly kind: string;
  readonly text: string;
  readonly example: string | null;
  readonly choices: readonly Choice[];
  /** Whether a typed number picks a choice; where numbers are answers, such as hours, it does not. */
  readonly isNumbered: boolean;
}

export interface Reply {
  readonly parts: readonly Part[];
  readonly prompt: Prompt | null;
  /** The person said that they stop; a channel that can close does. */
  readonly isFarewell?: boolean;
}

export function text(words: string): Part {
  return { kind: "text", text: words };
}
