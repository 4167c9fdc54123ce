/** Charts: their shape and how much they hold. */
import { describe } from "vitest";
import { type Counted, changesOf, counts, long, refuses, takes, within } from "./case.ts";
import { BAR, changed, type Json, many, PIE, TEAM } from "./samples.ts";

const EMPTY = "must be more than 0 characters";
const NONE = "must be at least 1 items";
const UNEVEN = "must have one point for each category";
const AXIS = "/chart/axis_config";
const CHART = "/blocks/0/chart";

/** A message whose text tells the figures of the samples. */
const told = (...blocks: unknown[]): Json => ({ ...TEAM, blocks });
const most = (count: number) => `must be no more than ${count} items`;
const missing = (key: string) => `missing required field: ${key}`;
const segments = (count: number) => many(count, (at) => ({ label: `${at}`, value: 5 }));
const named = (count: number) => many(count, (at) => ({ name: `${at}`, data: [{ label: "a", value: 5 }] }));
const plotted = (chart: Json): Json => ({ ...BAR, chart: { type: "line", ...chart } });
const labelled = (categories: string[]): Json =>
  plotted({
    series: [{ name: "Open", data: categories.map((label) => ({ label, value: 0 })) }],
    axis_config: { categories },
  });

const PIES = changesOf(PIE, [
  ["no title", "/title", undefined, missing("title"), ""],
  ["an empty title", "/title", "", EMPTY],
  ["no chart", "/chart", undefined, missing("chart"), ""],
  ["an unknown type", "/chart/type", "radar", "unsupported type"],
  ["nothing to show", "/chart/segments", [], NONE],
  ["series", "/chart/series", [], "invalid additional property: series", "/chart"],
  ["a segment of 0", "/chart/segments/0/value", 0, "must be more than 0"],
  ["a segment below 0", "/chart/segments/0/value", -5, "must be more than 0"],
  ["a segment without a label", "/chart/segments/0/label", undefined, missing("label"), "/chart/segments/0"],
  ["a segment with an empty label", "/chart/segments/0/label", "", EMPTY],
]);
const BARS = changesOf(BAR, [
  ["nothing to show", "/chart/series", [], NONE],
  ["no axis", AXIS, undefined, missing("axis_config"), "/chart"],
  ["a point without an end", "/chart/series/0/data/0/value", Number.POSITIVE_INFINITY, "must be number"],
  ["a point that is missing", "/chart/series/1/data", [{ label: "Award", value: 0 }], UNEVEN],
  ["two points of a category", "/chart/series/0/data/1/label", "Award", UNEVEN, "/chart/series/0/data"],
  ["a point of no category", "/chart/series/0/data/1/label", "X", UNEVEN, "/chart/series/0/data"],
  ["two series of one name", "/chart/series/1/name", "Open", "must have unique names", "/chart/series"],
  ["an empty name", "/chart/series/1/name", "", EMPTY],
  ["an empty title of an axis", `${AXIS}/y_label`, "", EMPTY],
  ["a third axis", `${AXIS}/z_label`, "Z", "invalid additional property: z_label", AXIS],
]);
const NO_CATEGORY = changesOf(
  plotted({ series: [{ name: "Open", data: [] }], axis_config: { categories: ["a"] } }),
  [["no category", `${AXIS}/categories`, [], NONE]],
);

const COUNTED: Counted[] = [
  [
    "segments",
    6,
    "message",
    (count) => told(changed(PIE, "/chart/segments", segments(count))),
    most(6),
    `${CHART}/segments`,
  ],
  [
    "series",
    6,
    "message",
    (count) => told(plotted({ series: named(count), axis_config: { categories: ["a"] } })),
    most(6),
    `${CHART}/series`,
  ],
  [
    "categories",
    20,
    "message",
    (count) => told(labelled(many(count, (at) => `${at}`))),
    most(20),
    `${CHART}/axis_config/categories`,
  ],
];

const TWO_OF_ONE = changesOf(labelled(["a", "a"]), [
  ["two categories of one name", "/title", "Gaps", "must be unique", `${AXIS}/categories`],
]);

describe("in a pie,", () => {
  refuses(within("message", told, "/blocks/0", PIES));
});

describe("in a bar chart,", () => {
  refuses(within("message", told, "/blocks/0", [...BARS, ...NO_CATEGORY, ...TWO_OF_ONE]));
  takes([
    ["an area", "message", told(changed(BAR, "/chart/type", "area"))],
    ["a line without axis titles", "message", told(labelled(["a", "b"]))],
  ]);
});

describe("in a chart,", () => {
  counts(COUNTED);
  counts(
    long("message", told, "/blocks/0", [
      ["a title", 50, (text) => ({ ...PIE, title: text }), "/title"],
      [
        "a segment's label",
        20,
        (text) => changed(PIE, "/chart/segments/0/label", text),
        "/chart/segments/0/label",
      ],
      ["a series' name", 20, (text) => changed(BAR, "/chart/series/0/name", text), "/chart/series/0/name"],
      ["an x axis' title", 50, (text) => changed(BAR, `${AXIS}/x_label`, text), `${AXIS}/x_label`],
      ["a y axis' title", 50, (text) => changed(BAR, `${AXIS}/y_label`, text), `${AXIS}/y_label`],
    ]),
  );
});
