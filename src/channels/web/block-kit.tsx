/** Draws Slack's blocks, near enough to what Slack makes of them; of a block that is not known it shows the words. */
import type { Markup } from "../../chat/preview.ts";
import { type Block, blockSchema, plainText } from "./block.ts";
import { BlockControl } from "./block-control.tsx";
import { Chart } from "./chart.tsx";
import { RichTextShown } from "./rich-text.tsx";

export function BlockShown({ block }: { block: Markup }) {
  const read = blockSchema.safeParse(block);
  return read.success ? <Known block={read.data} /> : <p>{plainText(block)}</p>;
}

function Known({ block }: { block: Block }) {
  switch (block.type) {
    case "header":
      return <h3>{block.text.text}</h3>;
    case "rich_text":
      return (
        <div class="slack-text">
          {block.elements.map((text) => (
            <RichTextShown key={text} text={text} />
          ))}
        </div>
      );
    case "section":
      return (
        <div class="slack-section">
          {block.text ? <p>{block.text.text}</p> : null}
          {block.fields.map((field) => (
            <p key={field}>{field.text}</p>
          ))}
        </div>
      );
    case "context":
      return <p class="slack-context">{block.elements.map(({ text }) => text).join(" ")}</p>;
    case "actions":
      return (
        <div class="slack-actions">
          {block.elements.map((control) => (
            <BlockControl key={control} control={control} />
          ))}
        </div>
      );
    case "divider":
      return <hr />;
    case "data_table":
      return <DataTable table={block} />;
    case "data_visualization":
      return block.chart.series.map(({ name, data }) => (
        <Chart key={name} part={{ kind: "chart", title: block.title, unit: name, bars: data }} />
      ));
  }
}

function DataTable({ table }: { table: Extract<Block, { type: "data_table" }> }) {
  const { caption, rows, row_header_column_index: naming } = table;
  const [head = [], ...body] = rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="scrolls" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row}>
              {row.map((cell, place) =>
                place === naming ? (
                  <th key={cell} scope="row">
                    {cell.text}
                  </th>
                ) : (
                  <td key={cell}>{cell.text}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
