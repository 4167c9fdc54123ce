/** Elements that Teams draws although Adaptive Cards 1.5 does not have them. Other clients need a fallback for each. */
import type { CardElement } from "@microsoft/teams.cards";

const NEWER: readonly CardElement["type"][] = [
  "Badge",
  "Carousel",
  "Chart.Donut",
  "Chart.Gauge",
  "Chart.HorizontalBar",
  "Chart.HorizontalBar.Stacked",
  "Chart.Line",
  "Chart.Pie",
  "Chart.VerticalBar",
  "Chart.VerticalBar.Grouped",
  "CodeBlock",
  "CompoundButton",
  "Icon",
  "Input.Rating",
  "ProgressBar",
  "ProgressRing",
  "Rating",
];

export function isNewer(type: string): boolean {
  return NEWER.some((known) => known === type);
}
