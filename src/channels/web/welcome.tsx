/** What somebody sees who has not started: what it is for, how long it takes, what is kept, and one button. */
import { ExchangeShown } from "./conversation.tsx";
import type { Drawn } from "./drawing.ts";
import { Icon } from "./icon.tsx";
import { LoadRecord } from "./masthead.tsx";
import { OwnLine } from "./own-line.tsx";
import { Say } from "./say.tsx";

export function Welcome({ drawing }: Drawn) {
  const { words, persona, exchanges, home } = drawing;
  const { welcome } = words;
  return (
    <>
      <main id="main" class="welcome">
        {/* Such as that everything was deleted, or that a file held no record. */}
        {exchanges.length > 0 ? (
          <div class="welcome-reply">
            <ExchangeShown drawing={drawing} at={exchanges.length - 1} />
          </div>
        ) : null}
        {persona === "trainee" ? null : (
          <p class="persona-note">
            <strong>{words.personas[persona].name}.</strong> {words.personas[persona].says}
          </p>
        )}
        <h1 id="ask" tabIndex={-1}>
          {welcome.title}
        </h1>
        <p class="lead">{welcome.lead}</p>
        <Say drawing={drawing}>
          <button type="submit" class="main large" name="text" value="start">
            {welcome.start}
          </button>
        </Say>
        <OwnLine drawing={drawing} label={welcome.ask} hint={welcome.askHint} />
        <dl class="facts">
          {welcome.facts.map(({ title, says }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <details class="folded">
          <summary>
            {words.menu.load}
            <Icon name="open" />
          </summary>
          <LoadRecord drawing={drawing} />
        </details>
        <p id="coming" class="coming" role="status" data-says={words.sending.coming} />
      </main>
      <footer class="foot">{home.source}</footer>
    </>
  );
}
