/** Draws a chart as bars. Its figures stand beneath it as text, for who does not see it. */
import type { Part } from "../../chat/reply.ts";
import { type Piece, run } from "./card.ts";
import { BARS } from "./limits.ts";
import { linePieces } from "./lines.ts";

/** A chart without bars would show nothing, not even its fallback. */
export function chartPieces({ title, unit, bars }: Extract<Part, { kind: "chart" }>): Piece[] {
  const figures = linePieces(
    title,
    bars.map(({ label, value }) => [run(`• ${label}: ${value} ${unit}`)]),
  );
  if (bars.length === 0) return figures;
  const chart = {
    type: "Chart.HorizontalBar",
    title,
    xAxisTitle: unit,
    displayMode: "AbsoluteWithAxis",
    data: bars.slice(0, BARS).map(({ label, value }) => ({ x: label, y: value })),
    fallback: "drop",
  };
  return [{ elements: [chart], text: "" }, ...figures];
}
