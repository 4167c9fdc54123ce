/** What stands open now, and every way to answer it: tapping, a form, or one's own words. */

import { filled } from "../../chat/filled.ts";
import type { Prompt } from "../../chat/reply.ts";
import { Choices } from "./choices.tsx";
import type { Drawn } from "./drawing.ts";
import { EntryForm } from "./form.tsx";
import { OwnLine } from "./own-line.tsx";
import { Say } from "./say.tsx";

export function Now({ drawing }: Drawn) {
  const { home, words } = drawing;
  const { prompt } = home;
  return (
    <section id="now" class="now" aria-labelledby="ask" data-question={prompt?.question ?? ""}>
      <h2 id="ask" tabIndex={-1}>
        {prompt?.text ?? words.prompt.done}
      </h2>
      {prompt ? <Answering drawing={drawing} prompt={prompt} /> : <Doing drawing={drawing} />}
      <OwnWords drawing={drawing} />
      <p id="coming" class="coming" role="status" data-says={words.sending.coming} />
    </section>
  );
}

function Answering({ drawing, prompt }: Drawn & { prompt: Prompt }) {
  // What an input of the form lists is not listed a second time.
  const inForm = new Set(prompt.form.flatMap(({ choices }) => choices.map(({ id }) => id)));
  const choices = prompt.choices.filter(({ id }) => !inForm.has(id));
  return (
    <>
      <Choices drawing={drawing} prompt={prompt} choices={choices} />
      {prompt.form.length > 0 ? (
        <EntryForm drawing={drawing} prompt={prompt} isOpen={choices.length < 2} />
      ) : null}
    </>
  );
}

/** Nothing stands open: what can be done with what is known. */
function Doing({ drawing }: Drawn) {
  const { words, persona } = drawing;
  return (
    <Say drawing={drawing} class="choices">
      <a class="choice button" href={`/plan?as=${persona}`}>
        {words.prompt.plan}
      </a>
      <button type="submit" class="choice" name="text" value="gaps">
        {words.prompt.advice}
      </button>
      <button type="submit" class="choice" name="text" value="review">
        {words.prompt.review}
      </button>
      <button type="submit" class="choice" name="text" value="change">
        {words.prompt.change}
      </button>
    </Say>
  );
}

function OwnWords({ drawing }: Drawn) {
  const { home, words } = drawing;
  const example = home.prompt?.example;
  return (
    <div class="own">
      <OwnLine
        drawing={drawing}
        label={home.prompt ? words.prompt.own : words.prompt.ownAlone}
        hint={example ? filled(words.prompt.example, { example }) : undefined}
      />
      {home.prompt ? <Aside drawing={drawing} /> : null}
    </div>
  );
}

function Aside({ drawing }: Drawn) {
  const { prompt } = drawing.words;
  return (
    <Say drawing={drawing} class="aside">
      <button type="submit" class="quiet" name="text" value="skip">
        {prompt.skip}
      </button>
      <button type="submit" class="quiet" name="text" value="why">
        {prompt.why}
      </button>
      <button type="submit" class="quiet" name="text" value="back">
        {prompt.back}
      </button>
    </Say>
  );
}
