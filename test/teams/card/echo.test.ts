import { describe } from "vitest";
import { echoFlaws } from "./echo.ts";
import { type Refused, refuses, takes, takesSamples } from "./refused.ts";
import type { Bad } from "./sample.ts";

const chart = (type: string, rest: object) => ({
  type: `Chart.${type}`,
  title: "Minutes",
  fallback: "drop",
  ...rest,
});
const values = [{ x: "Done", y: 1200 }];
const DRAWN = "must not be empty: nothing is drawn";

const REFUSED: readonly Refused[] = [
  [["a chart without a title", "advice", "/body/2/title", ""], "body[2].title", "must not be empty"],
  [["a chart without points", "advice", "/body/2/data", []], "body[2].data", DRAWN],
  [
    ["a line without points", "advice", "/body/2", chart("Line", { data: [{ legend: "Left", values: [] }] })],
    "body[2].data[0].values",
    DRAWN,
  ],
  [
    [
      "bars side by side without bars",
      "advice",
      "/body/2",
      chart("VerticalBar.Grouped", { data: [{ legend: "Left", values }, { legend: "Done" }] }),
    ],
    "body[2].data[1].values",
    DRAWN,
  ],
  [
    [
      "stacked bars without bars",
      "advice",
      "/body/2",
      chart("HorizontalBar.Stacked", { data: [{ title: "Left" }] }),
    ],
    "body[2].data[0].data",
    DRAWN,
  ],
  [
    ["a gauge that stands nowhere", "advice", "/body/2", chart("Gauge", { segments: [] })],
    "body[2].value",
    DRAWN,
  ],
  [
    ["a label that is only in the chart", "advice", "/body/2/data/1/legend", "Planned"],
    "body[2]",
    "must be said as text: Planned",
  ],
  [
    ["a figure that is only in the chart", "advice", "/body/2/data/0/value", 120],
    "body[2]",
    "must be said as text: 120",
  ],
  [
    [
      "a chart that is told by its own fallback",
      "advice",
      "/body/1",
      { type: "TextBlock", text: "See below" },
    ],
    "body[2]",
    "must be said as text: Done, 1200, To come, 600",
  ],
  [
    [
      "a gauge that is not told",
      "advice",
      "/body/2",
      chart("Gauge", { value: 7, segments: [{ size: 600, legend: "Left" }] }),
    ],
    "body[2]",
    "must be said as text: 7",
  ],
  [
    ["a table without a fallback", "advice", "/body/3/fallback", "drop"],
    "body[3]",
    "must be said as text: Unit, Credits, Support in numeracy, 3, Working with others, 12.5",
  ],
  [
    [
      "a cell that its fallback lacks",
      "advice",
      "/body/3/rows/1/cells/0/items/0/text",
      "Support in literacy",
    ],
    "body[3]",
    "must be said as text: Support in literacy",
  ],
  [
    ["half a figure", "advice", "/body/3/rows/2/cells/1/items/0/text", "12"],
    "body[3]",
    "must be said as text: 12",
  ],
];

const FINE: readonly Bad[] = [
  ["a label that is cut off", "advice", "/body/2/data/1/legend", "To co…"],
  ["a figure below zero", "advice", "/body/2/data/1/value", -600],
  ["a table that is told beside it", "advice", "/body/3/rows/1/cells/0/items/0/text", "LAST changed"],
  ["a sign without words", "advice", "/body/3/rows/1/cells/0/items/0/text", "✓"],
  [
    "a gauge that is told",
    "advice",
    "/body/2",
    chart("Gauge", { value: 1200, segments: [{ size: 600, legend: "Left" }] }),
  ],
  ["a chart that is told in a table", "advice", "/body/2/data/0/value", 12.5],
];

describe("what is shown in pictures and tables", () => {
  takesSamples(echoFlaws);
  refuses(echoFlaws, REFUSED);
  takes(echoFlaws, FINE);
});
