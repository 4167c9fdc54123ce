/** Where somebody stands, beside the conversation: how far it is, each line with its reason, and the answers so far. */
import type { Part } from "../../chat/reply.ts";
import { Answers } from "./answers.tsx";
import type { Drawn } from "./drawing.ts";
import { Counts } from "./fields.tsx";
import { Icon } from "./icon.tsx";
import { Line } from "./line.tsx";
import { PartShown } from "./part.tsx";
import { Say } from "./say.tsx";
import { seenPath, seenTitle } from "./seen.tsx";

export function Picture({ drawing }: Drawn) {
  const { home, words, persona, previews } = drawing;
  return (
    <aside id="picture" class="picture" aria-labelledby="picture-title" tabIndex={-1}>
      <div class="picture-head">
        <h2 id="picture-title">{words.picture.title}</h2>
        <a class="picture-close button plain" href="#latest">
          {words.picture.close}
          <Icon name="close" />
        </a>
      </div>
      {home.picture.length === 0 ? <p class="hint">{words.picture.empty}</p> : null}
      {home.picture.map((part) => (
        <PictureShown key={part} part={part} drawing={drawing} />
      ))}
      <Answers drawing={drawing} />
      <div class="picture-foot">
        <a href={`/plan?as=${persona}`}>{words.menu.plan}</a>
        <Say drawing={drawing}>
          <button type="submit" class="quiet" name="text" value="export">
            {words.menu.export}
          </button>
        </Say>
        {previews.map((preview) => (
          <a key={preview.name} href={`${seenPath(preview)}?as=${persona}`}>
            {seenTitle(words, preview)}
          </a>
        ))}
      </div>
    </aside>
  );
}

function PictureShown({ part, drawing }: Drawn & { part: Part }) {
  if (part.kind !== "fields")
    return (
      <div class="picture-part">
        <PartShown part={part} drawing={drawing} />
      </div>
    );
  return (
    <section class="picture-part">
      <h3>{part.title}</h3>
      <Counts items={part.items} words={drawing.words} />
      <div class="lines">
        {part.items.map((field) => (
          <Line key={field.label} field={field} group={part.title ?? ""} drawing={drawing} />
        ))}
      </div>
    </section>
  );
}
