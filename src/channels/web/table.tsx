/** A table; a wide one scrolls by itself, so that the page does not. */
import type { Part } from "../../chat/reply.ts";

export function TableShown({ part: { title, columns, rows } }: { part: Extract<Part, { kind: "table" }> }) {
  const numbers = columns.map(({ isNumber }) => (isNumber ? "number" : undefined));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="scrolls" aria-label={title} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column.title} scope="col" class={numbers[at]}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, at) => (
                <td key={columns[at]?.title} class={numbers[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
