/** Draws the page, and the pieces of it that an answer changes. */
import { Conversation, ExchangeShown } from "./conversation.tsx";
import { Document, drawDocument, drawPiece } from "./document.tsx";
import type { Drawing, Drawn } from "./drawing.ts";
import { Masthead } from "./masthead.tsx";
import { Notice } from "./notice.tsx";
import { Now } from "./now.tsx";
import { Picture } from "./picture.tsx";
import { Standing } from "./standing.tsx";
import { Team } from "./team.tsx";
import { Welcome } from "./welcome.tsx";

export function drawPage(drawing: Drawing): string {
  const { words } = drawing;
  const title = drawing.mistakes ? words.prompt.mistakes : undefined;
  return drawDocument(
    <Document words={words} class="page" {...(title === undefined ? {} : { title })}>
      <a class="skip" href="#ask">
        {words.skip}
      </a>
      <Masthead drawing={drawing} />
      <Body drawing={drawing} />
      <Notice words={words} />
    </Document>,
  );
}

function Body({ drawing }: Drawn) {
  if (drawing.team) return <Team drawing={drawing} team={drawing.team} />;
  return drawing.home.hasStarted ? <Talk drawing={drawing} /> : <Welcome drawing={drawing} />;
}

function Talk({ drawing }: Drawn) {
  const { words, persona, home } = drawing;
  return (
    <div class="layout">
      <main id="main" class="talk">
        <h1 class="unseen">{words.title}</h1>
        {persona === "trainee" ? null : (
          <p class="persona-note">
            <strong>{words.personas[persona].name}.</strong> {words.personas[persona].says}
          </p>
        )}
        <h2 class="unseen">{words.talk.title}</h2>
        <Conversation drawing={drawing} />
        <Now drawing={drawing} />
      </main>
      <Picture drawing={drawing} />
      <footer class="foot">{home.source}</footer>
    </div>
  );
}

/** What a script puts into the page after an answer. */
export interface Pieces {
  readonly exchange: string;
  readonly now: string;
  readonly picture: string;
  readonly standing: string;
}

/** null where the whole page looks different now, so that it has to be drawn anew. */
export function drawPieces(drawing: Drawing, number: number): Pieces | null {
  const at = drawing.exchanges.findIndex((exchange) => exchange.number === number);
  if (!drawing.home.hasStarted || at < 0) return null;
  return {
    exchange: drawPiece(<ExchangeShown drawing={drawing} at={at} />),
    now: drawPiece(<Now drawing={drawing} />),
    picture: drawPiece(<Picture drawing={drawing} />),
    standing: drawPiece(<Standing drawing={drawing} />),
  };
}
