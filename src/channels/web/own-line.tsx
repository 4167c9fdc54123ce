/** One line to type in one's own words. */
import type { Drawn } from "./drawing.ts";
import { Say } from "./say.tsx";

interface OwnLineProps extends Drawn {
  readonly label: string;
  readonly hint?: string | undefined;
}

export function OwnLine({ drawing, label, hint }: OwnLineProps) {
  return (
    <Say drawing={drawing} class="own-words">
      <label for="text">{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id="text-hint">
          {hint}
        </p>
      )}
      <div class="own-row">
        <input
          id="text"
          name="text"
          type="text"
          required
          enterkeyhint="send"
          aria-describedby={hint === undefined ? undefined : "text-hint"}
        />
        <button type="submit" class="main">
          {drawing.words.prompt.send}
        </button>
      </div>
    </Say>
  );
}
