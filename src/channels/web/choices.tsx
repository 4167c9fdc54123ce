/** The answers that can be tapped: buttons, or boxes to tick where several go together. */
import type { Choice, Prompt } from "../../chat/reply.ts";
import type { Drawn } from "./drawing.ts";
import { Kept, Say } from "./say.tsx";

interface ChoicesProps extends Drawn {
  readonly prompt: Prompt;
  readonly choices: readonly Choice[];
}

export function Choices({ drawing, prompt, choices }: ChoicesProps) {
  if (choices.length === 0) return null;
  if (prompt.kind === "many") return <Boxes drawing={drawing} prompt={prompt} choices={choices} />;
  return (
    <Say drawing={drawing} class="choices" question={prompt.question}>
      {choices.map(({ id, label }) => (
        <button
          type="submit"
          key={id}
          class="choice"
          name="choose"
          value={id}
          aria-describedby={prompt.kind === "command" ? undefined : "ask"}
        >
          {label}
        </button>
      ))}
    </Say>
  );
}

function Boxes({ drawing, prompt, choices }: ChoicesProps) {
  return (
    <Say drawing={drawing} class="boxes" question={prompt.question}>
      {/* With no box ticked a form says nothing at all; this way it is answered. */}
      <Kept name="choose" value="" />
      <fieldset aria-labelledby="ask">
        {choices.map(({ id, label }) => (
          <label key={id} class="tick">
            <input type="checkbox" name="choose" value={id} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="main">
        {drawing.words.prompt.choose}
      </button>
    </Say>
  );
}
