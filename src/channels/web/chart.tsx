/** A chart: its figures as a table, each with a bar. */
import type { Part } from "../../chat/reply.ts";
import { Bar } from "./icon.tsx";

export function Chart({ part: { title, unit, bars } }: { part: Extract<Part, { kind: "chart" }> }) {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  return (
    <table class="chart">
      <caption>{title}</caption>
      <tbody>
        {bars.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="chart-bar">
              <Bar done={value} of={most} />
            </td>
            <td class="number">
              {value} {unit}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
