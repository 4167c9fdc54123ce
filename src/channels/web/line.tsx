/** One line of the picture: how it stands and how far it is; it opens to its reason, its place and its question. */

import { filled } from "../../chat/filled.ts";
import { plainAmount } from "../../chat/plain.ts";
import type { Field } from "../../chat/reply.ts";
import type { Drawn } from "./drawing.ts";
import { Place } from "./fields.tsx";
import { Bar, Icon } from "./icon.tsx";
import { Say } from "./say.tsx";

interface LineProps extends Drawn {
  readonly field: Field;
  /** The title that the line stands under. */
  readonly group: string;
}

export function Line({ field, group, drawing }: LineProps) {
  const { label, text, mark, amount, place, question } = field;
  const status = mark?.status ?? "not-applicable";
  return (
    <details class={`line ${status}`} data-line={`${group}: ${label}`} data-status={status}>
      <summary>
        <Icon name={status} />
        <span class="line-label">{label}</span> <span class={`line-word ${status}`}>{mark?.word}</span>{" "}
        {amount ? (
          <span class="line-amount">
            <Bar done={amount.done} of={amount.of} /> <span>{plainAmount(amount)}</span>
          </span>
        ) : null}
      </summary>
      <div class="line-more">
        <p>{text}</p>
        {place ? (
          <p>
            <Place place={place} words={drawing.words} />
          </p>
        ) : null}
        {question ? <Settle question={question} label={label} drawing={drawing} /> : null}
      </div>
    </details>
  );
}

/** Asks the question whose answer settles the line. */
function Settle({ question, label, drawing }: Drawn & { question: string; label: string }) {
  const { home, words } = drawing;
  const isTold = home.told.some((told) => told.question === question);
  return (
    <Say drawing={drawing} question={home.change}>
      <button type="submit" class="plain" name="choose" value={question}>
        {isTold ? words.picture.change : words.picture.settle}
        <span class="unseen">, {filled(words.picture.about, { label })}</span>
      </button>
    </Say>
  );
}
