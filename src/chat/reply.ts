/** A reply: plain data that every channel can draw. A channel that cannot draw a part shows its plain form (plain.ts). */

/** How a line stands. Every channel shows it by a sign and a word, never by colour alone. */
export type Mark = "met" | "unmet" | "unknown" | "not-applicable";

/** An amount so far beside the amount that is needed, in words such as "22.5 of 30 hours". */
export interface Amount {
  readonly done: number;
  readonly of: number;
  readonly unit: string;
}

export interface Field {
  readonly label: string;
  readonly text: string;
  readonly mark?: { readonly status: Mark; readonly word: string };
  readonly amount?: Amount;
  /** The place in the source that the line rests on. */
  readonly place?: string;
  /** The question whose answer settles the line. */
  readonly question?: string;
}

export interface Column {
  readonly title: string;
  readonly isNumber?: true;
}

export type Part =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "list";
      readonly title?: string;
      readonly isNumbered?: true;
      readonly items: readonly string[];
    }
  | { readonly kind: "fields"; readonly title?: string; readonly items: readonly Field[] }
  | {
      readonly kind: "table";
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: "chart";
      readonly title: string;
      readonly unit: string;
      readonly bars: readonly { readonly label: string; readonly value: number }[];
    }
  | { readonly kind: "progress"; readonly done: number; readonly of: number; readonly text: string }
  | {
      readonly kind: "file";
      readonly name: string;
      readonly type: string;
      readonly content: string;
      /** A shorter form, for channels that write files out in messages. */
      readonly brief?: string;
    };
export type FilePart = Extract<Part, { kind: "file" }>;

/** Characters of a file that is written out in messages; more would be a row of them. */
export const LONGEST_WRITTEN_OUT = 40_000;

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** One input of a form. What it holds is read as the typed words would be. */
export interface Input {
  readonly id: string;
  readonly label: string;
  readonly kind: "text" | "number" | "date" | "choice" | "many";
  readonly choices: readonly Choice[];
  readonly example: string | null;
  readonly isNeeded: boolean;
}

/** What stands open for an answer. Its question id goes with every button, so that a late click finds its place. */
export interface Prompt {
  readonly question: string;
  /** What the answer sets. */
  readonly fact: string;
  /** "command": no question, only lines to say; nothing can be skipped or typed instead. */
  readonly kind: string;
  readonly text: string;
  readonly example: string | null;
  readonly choices: readonly Choice[];
  /** Whether a typed number picks a choice; where numbers are answers, such as hours, it does not. */
  readonly isNumbered: boolean;
  /** One entry of a list as a form, beside typed words and choices; empty where there is none. */
  readonly form: readonly Input[];
}

export interface Reply {
  readonly parts: readonly Part[];
  readonly prompt: Prompt | null;
  /** What was wrong with single inputs of the form that was filled in, by input id. */
  readonly mistakes?: Readonly<Record<string, string>>;
  /** The person said that they stop; a channel that can close does. */
  readonly isFarewell?: boolean;
  /** The person asked to enter something: a channel that can shows the prompt's form at once. */
  readonly isForm?: true;
  /** It tells about other people: it goes to the person's own conversation, wherever it was asked, and is not shared. */
  readonly isPrivate?: true;
  /** Nobody waits for it, as for a welcome: where it is not certain that it arrived, it is not sent again. */
  readonly isUnasked?: true;
}

export function text(words: string): Part {
  return { kind: "text", text: words };
}
