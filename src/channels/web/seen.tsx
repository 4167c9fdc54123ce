/** Draws how the newest reply is seen in another channel: the very payloads, drawn, each with its JSON. */
import { filled } from "../../chat/filled.ts";
import type { PageWords } from "../../chat/page.ts";
import type { Payload, Preview } from "../../chat/preview.ts";
import { CardShown } from "./adaptive-card.tsx";
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
      <div class="shown">
        <div class="shown-face">
          <Sign />
        </div>
        <p class="shown-name">
          <strong>{words.title}</strong> <span class="shown-app">{seen.app}</span>
        </p>
        <PayloadShown payload={payload} />
      </div>
      <details class="folded">
        <summary>
          {seen.payload}
          <Icon name="open" />
        </summary>
        <h3>{seen.text}</h3>
        <p class="fallback">{payload.text}</p>
        <h3>{seen.json}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
        <pre tabIndex={0}>{JSON.stringify(payload.sent, null, 2)}</pre>
      </details>
    </article>
  );
}

function PayloadShown({ payload }: { payload: Payload }) {
  switch (payload.kind) {
    case "blocks":
      return (
        <div class="shown-body slack">
          {payload.blocks.map((block) => (
            <BlockShown key={block} block={block} />
          ))}
        </div>
      );
    case "card":
      return (
        <div class="shown-body teams">
          <CardShown card={payload.card} />
        </div>
      );
    case "words":
      return (
        <div class="shown-body teams">
          <p>{payload.text}</p>
        </div>
      );
  }
}
