/** What a chart or a table shows has to stand in the card as text too: for screen readers, and for phones. */
import { isObject, listOf, objectsIn } from "../../slack/payload/walk.ts";
import { type Flaw, unless } from "./flaw.ts";
import { isFilled, isWithin, type Json, type Part, partsOf, typeOf } from "./part.ts";
import { isProse, isSaidIn, wordsOf } from "./words.ts";

/** Charts of several series, and where each series has its points. */
const SERIES: Readonly<Record<string, string>> = {
  "Chart.HorizontalBar.Stacked": "data",
  "Chart.Line": "values",
  "Chart.VerticalBar.Grouped": "values",
};
/** What is seen of a point or a series. */
const SHOWN = ["legend", "title", "x", "y", "value", "size"];

export function echoFlaws(card: Json): Flaw[] {
  const parts = partsOf(card);
  return [
    ...parts.filter(({ type }) => type.startsWith("Chart.")).flatMap((chart) => chartFlaws(chart, parts)),
    ...parts.filter(({ type }) => type === "Table").flatMap((table) => tableFlaws(table, parts)),
  ];
}

/** The chart's own fallback does not count: where the chart is drawn, nobody sees it. */
function chartFlaws({ it, path }: Part, parts: readonly Part[]): Flaw[] {
  const texts = parts.filter((part) => isProse(part) && !part.isFallback).flatMap(wordsOf);
  const silent = shownIn(it).filter((words) => !isSaidIn(texts, words));
  return [
    ...unless(isFilled(it.title), `${path}.title`, "must not be empty"),
    ...emptyLists(it).map((key) => ({
      path: `${path}.${key}`,
      wrong: "must not be empty: nothing is drawn",
    })),
    ...unless(silent.length === 0, path, `must be said as text: ${[...new Set(silent)].join(", ")}`),
  ];
}

/** Labels and figures of every point; of a gauge also where it stands. */
function shownIn(chart: Json): (string | number)[] {
  const points = [...objectsIn(chart.data), ...objectsIn(chart.segments)].map(({ it }) => it);
  const own = typeof chart.value === "number" ? [chart.value] : [];
  return [...own, ...points.flatMap((point) => SHOWN.map((key) => point[key]).filter(isShown))];
}

function isShown(value: unknown): value is string | number {
  return typeof value === "number" || isFilled(value);
}

/** Where points are missing: of the whole chart, or of one series. */
function emptyLists(chart: Json): string[] {
  const { value, data } = chart;
  const type = typeOf(chart);
  if (type === "Chart.Gauge") return typeof value === "number" ? [] : ["value"];
  if (listOf(data).length === 0) return ["data"];
  const key = SERIES[type];
  return listOf(data).flatMap((series, place) =>
    key && isObject(series) && listOf(series[key]).length === 0 ? [`data[${place}].${key}`] : [],
  );
}

/** The table's own fallback counts: it is drawn where the table is not. */
function tableFlaws(table: Part, parts: readonly Part[]): Flaw[] {
  const cells = parts.filter((part) => isWithin(part, table) && isInTable(part) && !part.isFallback);
  const fallback = { ...table, keys: [...table.keys, "fallback"] };
  const others = parts.filter((part) => isWithin(part, fallback) || (!part.isFallback && !isInTable(part)));
  const texts = others.filter(isProse).flatMap(wordsOf);
  const silent = cells.flatMap(wordsOf).filter((words) => !isSaidIn(texts, words));
  const wrong = `must be said as text: ${[...new Set(silent)].join(", ")}`;
  return unless(silent.length === 0, table.path, wrong);
}

function isInTable({ keys }: Part): boolean {
  return keys.includes("rows");
}
