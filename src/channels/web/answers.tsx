/** What was told so far, each answer with a pencil that changes it. */
import { filled } from "../../chat/filled.ts";
import type { Drawn } from "./drawing.ts";
import { Icon } from "./icon.tsx";
import { Pencil } from "./say.tsx";

export function Answers({ drawing }: Drawn) {
  const { home, words } = drawing;
  if (home.told.length === 0) return null;
  return (
    <details class="folded answers" data-line="answers">
      <summary>
        {filled(words.picture.answers, { count: home.told.length })}
        <Icon name="open" />
      </summary>
      <ul>
        {home.told.map(({ question, title, answer }) => (
          <li key={question}>
            <span>
              <span class="hint">{title}</span> <span class="answer">{answer}</span>
            </span>
            <Pencil drawing={drawing} question={question} label={filled(words.talk.change, { title })} />
          </li>
        ))}
      </ul>
    </details>
  );
}
