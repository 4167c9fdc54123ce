/** Draws Adaptive Cards, near enough to what Teams makes of them; of an element that is not known it shows the words. */
import type { ComponentChild } from "preact";
import type { Markup } from "../../chat/preview.ts";
import { AdaptiveInput } from "./adaptive-input.tsx";
import { plainText } from "./block.ts";
import { Chart } from "./chart.tsx";
import { actionSchema, cardSchema, type Element, elementSchema, type Run } from "./element.ts";

export function CardShown({ card }: { card: Markup }) {
  const { body, actions } = cardSchema.parse(card);
  return (
    <>
      {body.map((element) => (
        <ElementShown key={element} element={element} />
      ))}
      {actions.length > 0 ? (
        <div class="teams-actions">
          {actions.map((action) => (
            <ActionShown key={action} action={action} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function ElementShown({ element }: { element: Markup }) {
  const read = elementSchema.safeParse(element);
  return read.success ? <Known element={read.data} /> : <p>{plainText(element)}</p>;
}

function Known({ element }: { element: Element }) {
  switch (element.type) {
    case "TextBlock": {
      const Tag = element.style === "heading" ? "h3" : "p";
      return <Tag class={classOf(spacingOf(element), ...styleOf(element))}>{element.text}</Tag>;
    }
    case "RichTextBlock":
      return (
        <p class={classOf(spacingOf(element))}>
          {element.inlines.map((run) => (
            <RunShown key={run} run={run} />
          ))}
        </p>
      );
    case "Table":
      return <TableShown table={element} />;
    case "Chart.HorizontalBar": {
      const bars = element.data.map(({ x, y }) => ({ label: x, value: y }));
      return <Chart part={{ kind: "chart", title: element.title, unit: element.xAxisTitle, bars }} />;
    }
    default:
      return <AdaptiveInput input={element} />;
  }
}

function RunShown({ run }: { run: Run }) {
  const { text, weight, italic, fontType, color } = run;
  const Tag = fontType === "Monospace" ? "code" : "span";
  const colour = color === "Default" ? null : `teams-${color.toLowerCase()}`;
  const shown: ComponentChild = <Tag class={classOf(colour, ...styleOf(run))}>{text}</Tag>;
  const leaning = italic ? <em>{shown}</em> : shown;
  return weight === "Bolder" ? <strong>{leaning}</strong> : leaning;
}

function spacingOf({ spacing }: { spacing: string }): string | null {
  return spacing === "Default" ? null : `teams-${spacing.toLowerCase()}`;
}

function styleOf({ size, isSubtle }: Pick<Run, "size" | "isSubtle">): (string | null)[] {
  return [size === "Large" ? "teams-large" : null, isSubtle ? "teams-subtle" : null];
}

function classOf(...names: readonly (string | null)[]): string | undefined {
  return names.filter((name) => name !== null).join(" ") || undefined;
}

function TableShown({ table: { rows, firstRowAsHeaders } }: { table: Extract<Element, { type: "Table" }> }) {
  const [first, ...others] = rows;
  const [head, body] = firstRowAsHeaders ? [first, others] : [undefined, rows];
  return (
    <table class="teams-table">
      {head ? (
        <thead>
          <tr>
            {head.cells.map((cell) => (
              <th key={cell} scope="col">
                <Items items={cell.items} />
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {body.map((row) => (
          <tr key={row}>
            {row.cells.map((cell) => (
              <td key={cell}>
                <Items items={cell.items} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Items({ items }: { items: readonly Markup[] }) {
  return (
    <>
      {items.map((item) => (
        <ElementShown key={item} element={item} />
      ))}
    </>
  );
}

function ActionShown({ action }: { action: Markup }) {
  const { title, tooltip } = actionSchema.safeParse(action).data ?? { title: plainText(action) };
  return (
    <button type="button" class="teams-button" title={tooltip} disabled>
      {title}
    </button>
  );
}
