/** Draws what did not work: one calm sentence and the way back. */

import { filled } from "../../chat/filled.ts";
import type { PageWords } from "../../chat/page.ts";
import { Brand } from "./brand.tsx";
import { Document, drawDocument } from "./document.tsx";

/** What can go wrong at the door. */
export type Failure = Exclude<keyof PageWords["errors"], "title" | "back">;

/** `turn` is what to quote. */
export function errorWords(words: PageWords, failure: Failure, turn = ""): string {
  return filled(words.errors[failure], { turn });
}

export function drawError(words: PageWords, failure: Failure, turn = ""): string {
  return drawDocument(
    <Document words={words} title={words.errors.title} class="page">
      <header class="masthead">
        <div class="masthead-row">
          <Brand words={words} href="/" />
        </div>
      </header>
      <main class="welcome">
        <h1>{words.errors.title}</h1>
        <p class="lead">{errorWords(words, failure, turn)}</p>
        <p>
          <a class="main large button" href="/">
            {words.errors.back}
          </a>
        </p>
      </main>
    </Document>,
  );
}
