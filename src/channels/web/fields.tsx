/** Lines with how each stands, what to say about it, and its place in the source. */

import { filled } from "../../chat/filled.ts";
import type { PageWords } from "../../chat/page.ts";
import type { Field, Part } from "../../chat/reply.ts";
import { Icon, MarkShown } from "./icon.tsx";

type FieldsPart = Extract<Part, { kind: "fields" }>;

/** More lines than this are folded under how many of them stand how, so that the answer stays in view. */
const MOST_UNFOLDED = 2;

export function Fields({ part, words }: { part: FieldsPart; words: PageWords }) {
  const { title, items } = part;
  const lines = (
    <ul class="fields">
      {items.map((field) => (
        <FieldShown key={field.label} field={field} words={words} />
      ))}
    </ul>
  );
  if (items.length <= MOST_UNFOLDED)
    return (
      <>
        {title === undefined ? null : <h3>{title}</h3>}
        {lines}
      </>
    );
  return (
    <details class="folded">
      <summary>
        <span>
          <strong>{title}</strong> <Counts items={items} words={words} />
        </span>
        <Icon name="open" />
      </summary>
      {lines}
    </details>
  );
}

function FieldShown({ field, words }: { field: Field; words: PageWords }) {
  const { label, text, mark, place } = field;
  return (
    <li class="field">
      <span class="field-head">
        <strong>{label}</strong> {mark ? <MarkShown mark={mark} /> : null}
      </span>{" "}
      <span class="field-text">{text}</span> {place ? <Place place={place} words={words} /> : null}
    </li>
  );
}

export function Place({ place, words }: { place: string; words: PageWords }) {
  return (
    <span class="place">
      {words.talk.where}: <PlaceWords place={place} />
    </span>
  );
}

/** `section:first-last`, more than one behind semicolons; the figures of one are not torn apart. */
export function PlaceWords({ place }: { place: string }) {
  const [, ...pieces] = /^(.*?)((?:\d+-\d+)?)$/.exec(place) ?? [];
  const places = place.split("; ");
  if (places.length > 1)
    return places.map((each, at) => [at === 0 ? "" : "; ", <PlaceWords key={each} place={each} />]);
  return [
    pieces[0],
    <span key="lines" class="lines-of">
      {pieces[1]}
    </span>,
  ];
}

/** "9 met, 5 still to do", in the order in which they first stand. */
export function Counts({ items, words }: { items: readonly Field[]; words: PageWords }) {
  const marks = new Map<string, { mark: NonNullable<Field["mark"]>; count: number }>();
  for (const { mark } of items)
    if (mark) marks.set(mark.status, { mark, count: (marks.get(mark.status)?.count ?? 0) + 1 });
  return (
    <span class="counts">
      {[...marks.values()].map(({ mark, count }) => [
        <MarkShown
          key={mark.status}
          mark={{ ...mark, word: filled(words.talk.lines, { count, word: mark.word }) }}
        />,
        " ",
      ])}
    </span>
  );
}
