/** Draws a chart as bars. Its figures stand beneath it as text, for who does not see it and where labels are cut. */
import type { Part } from "../../chat/reply.ts";
import { shortened } from "../post/split.ts";
import type { Piece } from "./block.ts";
import { CHART } from "./limits.ts";

type ChartPart = Extract<Part, { kind: "chart" }>;

/**
 * The first bars, as many as Slack draws, above the `figures` of all; figures that fill more than a block stand alone.
 * The text goes with the chart, so that no message shows one without saying it.
 */
export function chartPieces({ title, unit, bars }: ChartPart, figures: readonly Piece[]): Piece[] {
  const [said, ...more] = figures;
  if (!said || more.length > 0 || bars.length === 0) return [...figures];
  const shown = bars.slice(0, CHART.categories);
  const labels = distinct(shown.map(({ label }) => label));
  const block = {
    type: "data_visualization",
    title: shortened(title, CHART.title),
    chart: {
      type: "bar",
      series: [
        {
          name: shortened(unit, CHART.label),
          data: shown.map(({ value }, place) => ({ label: labels[place], value })),
        },
      ],
      axis_config: { categories: labels },
    },
  };
  return [
    { block, text: said.text },
    { ...said, text: "" },
  ];
}

/** Cut labels that look alike are told apart by their number. */
function distinct(labels: readonly string[]): string[] {
  const short = labels.map((label) => shortened(label, CHART.label));
  return short.map((label, place) => {
    const number = ` (${place + 1})`;
    return short.indexOf(label) === place ? label : shortened(label, CHART.label - number.length) + number;
  });
}
