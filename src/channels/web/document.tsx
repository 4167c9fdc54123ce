/** The document around everything that is drawn: its head, and what it loads. */
import type { ComponentChildren, VNode } from "preact";
import { render } from "preact-render-to-string";
import type { PageWords } from "../../chat/page.ts";

interface DocumentProps {
  readonly words: PageWords;
  /** What this page is, before the program's name. */
  readonly title?: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

export function Document({ words, title, class: name, children }: DocumentProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={words.description} />
        <title>{title === undefined ? words.title : `${title} – ${words.title}`}</title>
        <link rel="icon" href="/page/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page/page.css" />
        {/* Before anything is painted, so that the chosen colours do not flash. */}
        <script src="/page/theme.js" />
        <script type="module" src="/page/page.js" />
      </head>
      <body class={name}>{children}</body>
    </html>
  );
}

export function drawDocument(document: VNode): string {
  return `<!doctype html>${render(document)}`;
}

/** Drawn without a document, to be put into one that is there. */
export function drawPiece(piece: VNode): string {
  return render(piece);
}
