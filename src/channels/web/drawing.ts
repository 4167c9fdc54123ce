/** All that the page draws. */
import type { Exchange } from "../../bot/transcript.ts";
import type { Home } from "../../chat/home.ts";
import type { PageWords } from "../../chat/page.ts";
import type { Preview } from "../../chat/preview.ts";
import type { Part } from "../../chat/reply.ts";
import type { Sent } from "./read.ts";
import type { Persona } from "./session.ts";

export interface Drawing {
  readonly home: Home;
  readonly exchanges: readonly Exchange[];
  readonly persona: Persona;
  readonly words: PageWords;
  /** The other channels that the newest reply can be seen in. */
  readonly previews: readonly Preview[];
  /** What a manager sees; null for everybody else. */
  readonly team: readonly Part[] | null;
  /** A new id for each form. */
  turn(): string;
  /** What a form held that could not be taken, so that nothing has to be typed again. */
  readonly sent?: Sent;
  readonly mistakes?: Readonly<Record<string, string>>;
}

/** What every component is given. */
export interface Drawn {
  readonly drawing: Drawing;
}
