/** What was said so far: question, answer, reply. New exchanges are read out as they come. */
import type { Exchange } from "../../bot/transcript.ts";
import { filled } from "../../chat/filled.ts";
import type { Prompt } from "../../chat/reply.ts";
import { Choices } from "./choices.tsx";
import type { Drawing, Drawn } from "./drawing.ts";
import { PartShown } from "./part.tsx";
import { answeredIn, promptsBefore, saidLines } from "./said.ts";
import { Pencil } from "./say.tsx";

/** The newest exchanges stand open; what went before is folded away, and its answers stand in the picture. */
const UNFOLDED = 3;

export function Conversation({ drawing }: Drawn) {
  const { exchanges, words } = drawing;
  const folded = Math.max(0, exchanges.length - UNFOLDED);
  const drawn = exchanges.map((exchange, at) => (
    <ExchangeShown key={exchange.number} drawing={drawing} at={at} />
  ));
  return (
    <div
      id="log"
      class="log"
      role="log"
      aria-live="polite"
      aria-label={words.talk.title}
      data-last={exchanges.at(-1)?.number ?? 0}
    >
      {folded > 0 ? (
        <details class="earlier">
          <summary>{filled(words.talk.earlier, { count: folded })}</summary>
          {drawn.slice(0, folded)}
        </details>
      ) : null}
      {drawn.slice(folded)}
    </div>
  );
}

/** One exchange, by its place among all; the newest is where a plain form leads back to. */
export function ExchangeShown({ drawing, at }: { drawing: Drawing; at: number }) {
  const exchange = drawing.exchanges[at];
  if (!exchange) return null;
  const { reply, number } = exchange;
  const { talk } = drawing.words;
  const seen = promptsBefore(drawing.exchanges, at);
  const before = drawing.exchanges[at - 1]?.reply.prompt;
  const asked = before?.kind === "command" ? undefined : before?.text;
  // How far it is stands in the picture, and said each time it would drown the rest.
  const parts = reply.parts.filter(({ kind }) => kind !== "progress");
  return (
    <div
      class="exchange"
      tabIndex={-1}
      id={at === drawing.exchanges.length - 1 ? "latest" : undefined}
      data-number={number}
    >
      {/* Who sits here has just read the question and said the answer: only the reply is read out. */}
      <div aria-live="off">
        {asked ? <p class="asked">{asked}</p> : null}
        <SaidShown exchange={exchange} drawing={drawing} seen={seen} />
      </div>
      {parts.length > 0 ? (
        <div class="reply">
          <span class="unseen">{talk.advisor}: </span>
          {parts.map((part) => (
            <PartShown key={part} part={part} drawing={drawing} number={number} />
          ))}
        </div>
      ) : null}
      {reply.prompt?.kind === "command" && at === drawing.exchanges.length - 1 ? (
        <Lines drawing={drawing} prompt={reply.prompt} />
      ) : null}
    </div>
  );
}

/** Lines to go on with; what stands open is asked below, as ever. */
function Lines({ drawing, prompt }: Drawn & { prompt: Prompt }) {
  return (
    <section class="lines" aria-label={prompt.text}>
      <p>{prompt.text}</p>
      <Choices drawing={drawing} prompt={prompt} choices={prompt.choices} />
    </section>
  );
}

function SaidShown({
  exchange,
  drawing,
  seen,
}: {
  exchange: Exchange;
  drawing: Drawing;
  seen: ReturnType<typeof promptsBefore>;
}) {
  if (exchange.said === null) return null;
  const { talk } = drawing.words;
  const answered = answeredIn(exchange, seen, drawing);
  return (
    <div class="said">
      {answered ? (
        <Pencil
          drawing={drawing}
          question={answered}
          label={filled(talk.change, { title: drawing.home.titles[answered] ?? answered })}
        />
      ) : null}
      <div class="said-words">
        <span class="unseen">{talk.you}: </span>
        {saidLines(exchange.said, seen, drawing).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
