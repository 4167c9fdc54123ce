/** The form of one entry of a list, such as one unit; what could not be taken is said beside its input. */
import type { Prompt } from "../../chat/reply.ts";
import type { Drawn } from "./drawing.ts";
import { Icon } from "./icon.tsx";
import { InputShown, inputId } from "./input.tsx";
import { Say } from "./say.tsx";

interface FormProps extends Drawn {
  readonly prompt: Prompt;
  readonly isOpen: boolean;
}

export function EntryForm({ drawing, prompt, isOpen }: FormProps) {
  const { words, sent, mistakes } = drawing;
  const isHeld = mistakes !== undefined && sent?.question?.[0] === prompt.question;
  return (
    <details class="folded form" open={isOpen || isHeld}>
      <summary>
        {words.prompt.form}
        <Icon name="open" />
      </summary>
      {isHeld ? <Mistakes drawing={drawing} prompt={prompt} mistakes={mistakes} /> : null}
      <Say drawing={drawing} class="inputs" question={prompt.question}>
        {prompt.form.map((input) => (
          <InputShown
            key={input.id}
            input={input}
            words={words.prompt}
            values={(isHeld && sent?.[`fill.${input.id}`]) || []}
            mistake={isHeld ? mistakes[input.id] : undefined}
          />
        ))}
        <button type="submit" class="main">
          {words.prompt.add}
        </button>
      </Say>
    </details>
  );
}

/** Takes the focus when the page is drawn anew, so that who cannot see it hears what was wrong. */
function Mistakes({
  drawing,
  prompt,
  mistakes,
}: Drawn & { prompt: Prompt; mistakes: Readonly<Record<string, string>> }) {
  const wrong = prompt.form.filter(({ id }) => mistakes[id] !== undefined);
  // Where no single input was wrong, such as where nothing was put in, the reply says what is.
  const said = drawing.exchanges
    .at(-1)
    ?.reply.parts.flatMap((part) => (part.kind === "text" ? part.text : []));
  return (
    <section class="mistakes" id="mistakes" tabIndex={-1} autofocus aria-labelledby="mistakes-title">
      <p id="mistakes-title">
        <Icon name="mistake" />
        <strong>{drawing.words.prompt.mistakes}</strong>
      </p>
      <ul>
        {wrong.map((input) => (
          <li key={input.id}>
            <a href={`#${inputId(input)}`}>{mistakes[input.id]}</a>
          </li>
        ))}
        {wrong.length === 0 ? said?.map((words) => <li key={words}>{words}</li>) : null}
      </ul>
    </section>
  );
}
