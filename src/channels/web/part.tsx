/** Draws every part of a reply. */

import { filled } from "../../chat/filled.ts";
import type { Part } from "../../chat/reply.ts";
import { Chart } from "./chart.tsx";
import type { Drawn } from "./drawing.ts";
import { Fields } from "./fields.tsx";
import { Bar } from "./icon.tsx";
import { TableShown } from "./table.tsx";

export interface PartProps extends Drawn {
  readonly part: Part;
  /** The reply that the part is in, where it can be asked for again. */
  readonly number?: number;
}

export function PartShown({ part, drawing, number }: PartProps) {
  switch (part.kind) {
    case "heading":
      return <h3 class="part-heading">{part.text}</h3>;
    case "text":
      return <p>{part.text}</p>;
    case "list":
      return <ListShown part={part} />;
    case "fields":
      return <Fields part={part} words={drawing.words} />;
    case "table":
      return <TableShown part={part} />;
    case "chart":
      return <Chart part={part} />;
    case "progress":
      return (
        <div class="progress">
          <p>{part.text}</p>
          <Bar done={part.done} of={part.of} />
        </div>
      );
    case "file":
      return (
        <p>
          <a
            class="plain button"
            href={`/file/${number}/${encodeURIComponent(part.name)}?as=${drawing.persona}`}
            download={part.name}
          >
            {filled(drawing.words.talk.download, { name: part.name })}
          </a>
        </p>
      );
  }
}

interface ListProps {
  readonly part: Extract<Part, { kind: "list" }>;
  /** One below what the list stands under. */
  readonly heading?: "h2" | "h3";
}

export function ListShown({ part, heading: Heading = "h3" }: ListProps) {
  const items = part.items.map((item) => <li key={item}>{item}</li>);
  return (
    <>
      {part.title === undefined ? null : <Heading>{part.title}</Heading>}
      {part.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>}
    </>
  );
}
