/** Draws how the newest reply is seen in another channel: the very payloads, drawn, each with its JSON. */
import { filled } from "../../chat/filled.ts";
import type { PageWords } from "../../chat/page.ts";
import type { Payload, Preview } from "../../chat/preview.ts";
import { BlockShown } from "./block-kit.tsx";
import { Brand } from "./brand.tsx";
import { Document, drawDocument } from "./document.tsx";
import type { Drawing, Drawn } from "./drawing.ts";
import { Icon, Sign } from "./icon.tsx";

/** Where a preview stands, such as /seen/slack */
export function seenPath({ name }: Preview): string {
  return `/seen/${name.toLowerCase()}`;
}

export function seenTitle({ seen }: PageWords, { name }: Preview): string {
  return filled(seen.title, { channel: name });
}

export function drawSeen(drawing: Drawing, preview: Preview): string {
  const { words, persona } = drawing;
  const { seen, plan } = words;
  const title = seenTitle(words, preview);
  const payloads = newestPayloads(drawing, preview);
  return drawDocument(
    <Document words={words} title={title} class="seen">
      <header class="masthead">
        <div class="masthead-row">
          <Brand words={words} href={`/?as=${persona}`} />
          <a class="plain button" href={`/?as=${persona}#latest`}>
            {plan.back}
          </a>
        </div>
      </header>
      <main class="seen-page">
        <h1>{title}</h1>
        {payloads.length > 0 ? (
          <p class="lead">{filled(seen.lead, { channel: preview.name })}</p>
        ) : (
          <Nothing drawing={drawing} />
        )}
        {payloads.map((payload, at) => (
          <MessageShown
            key={payload}
            payload={payload}
            title={filled(seen.message, { number: at + 1, count: payloads.length })}
            words={words}
          />
        ))}
      </main>
    </Document>,
  );
}

/** Of the newest reply of which the channel would send anything at all. */
function newestPayloads({ exchanges, home }: Drawing, preview: Preview): readonly Payload[] {
  for (const { reply } of [...exchanges].reverse()) {
    const payloads = preview.payloads(reply, home.hasStarted);
    if (payloads.length > 0) return payloads;
  }
  return [];
}

function Nothing({ drawing: { words, persona } }: Drawn) {
  return (
    <>
      <p class="lead">{words.seen.empty}</p>
      <p>
        <a class="main large button" href={`/?as=${persona}`}>
          {words.seen.start}
        </a>
      </p>
    </>
  );
}

function MessageShown({ payload, title, words }: { payload: Payload; title: string; words: PageWords }) {
  const { seen } = words;
  return (
    <article class="message">
      <h2>{title}</h2>
      <div class="slack">
        <div class="slack-face">
          <Sign />
        </div>
        <p class="slack-name">
          <strong>{words.title}</strong> <span class="slack-app">{seen.app}</span>
        </p>
        <div class="slack-blocks">
          {payload.blocks.map((block) => (
            <BlockShown key={block} block={block} />
          ))}
        </div>
      </div>
      <details class="folded">
        <summary>
          {seen.payload}
          <Icon name="open" />
        </summary>
        <h3>{seen.text}</h3>
        <p class="fallback">{unescaped(payload.text)}</p>
        <h3>{seen.json}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
        <pre tabIndex={0}>{JSON.stringify(payload, null, 2)}</pre>
      </details>
    </article>
  );
}

/** Slack reads these three as the characters they stand for. */
function unescaped(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}
