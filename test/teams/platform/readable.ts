/** What a person reads on an activity, from top to bottom. */
import { type Activity, cardsOf } from "./activity.ts";
import { type Element, inside, isInput, isShown, listed, wordsOf } from "./element.ts";

/** All readable text, a line for each part; not what is pressed, nor what an empty or a faulty input says. */
export function textOf(activity: Activity): string {
  const { text = "", textFormat } = activity;
  const said = textFormat === "plain" ? text : unmarked(text);
  return [said, ...cardsOf(activity).flatMap(linesOf)].filter((line) => line !== "").join("\n");
}

/** The lines of an element and of all that is in it; none of what is hidden. */
function linesOf(element: Element): string[] {
  if (!isShown(element)) return [];
  const type = String(element.type);
  if (type.startsWith("Chart.")) return chartLines(element);
  if (isInput(element)) return inputLines(element);
  if (type === "RichTextBlock") return [runsOf(element)];
  if (type === "Table") return listed(element.rows).filter(isShown).map(rowOf);
  if (type === "FactSet")
    return listed(element.facts).map(({ title, value }) => `${read(title)}: ${read(value)}`);
  return [read(element.text), ...inside(element).flatMap(linesOf)];
}

function read(given: unknown): string {
  return unmarked(wordsOf(given));
}

/** Text in runs is literal. */
function runsOf({ inlines }: Element): string {
  const runs: readonly unknown[] = Array.isArray(inlines) ? inlines : [];
  return runs.map((run) => (typeof run === "string" ? run : wordsOf((run as Element).text))).join("");
}

function rowOf(row: Element): string {
  const cells = listed(row.cells).filter(isShown);
  return cells.map((cell) => linesOf(cell).filter(Boolean).join(" ")).join(" | ");
}

function inputLines(input: Element): string[] {
  const choices = listed(input.choices).map(({ title }) => wordsOf(title));
  return [wordsOf(input.label), wordsOf(input.title), ...choices];
}

/** A chart without figures is not drawn at all, and what it falls back to neither. */
function chartLines(chart: Element): string[] {
  const own = chart.type === "Chart.Gauge" ? [wordsOf(chart.value)] : [];
  const figures = [...own, ...seriesOf(chart)];
  return figures.length === 0 ? [] : [wordsOf(chart.title), wordsOf(chart.subLabel), ...figures];
}

function seriesOf(series: Element): string[] {
  const points = [series.data, series.values, series.segments].flatMap(listed);
  return points.flatMap((point) => {
    const nested = seriesOf(point);
    return nested.length === 0 ? [figureOf(point)] : [wordsOf(point.legend ?? point.title), ...nested];
  });
}

function figureOf({ legend, title, x, value, y, size }: Element): string {
  return [legend ?? title ?? x, value ?? y ?? size].map(wordsOf).filter(Boolean).join(": ");
}

/** Where escaped signs wait while marks are taken away: private letters that nobody writes. */
const ASIDE = 0xe000;

/** Markdown and mentions without their marks: labels of links, and no stars around what is bold. */
export function unmarked(text: string): string {
  const set = text.replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) =>
    String.fromCharCode(ASIDE + sign.charCodeAt(0)),
  );
  const plain = set
    .replace(/<at>(.*?)<\/at>/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])/g, "$1")
    .replace(/(?<!\w)_(?=\S)([^_\n]*\S)_(?!\w)/g, "$1");
  return plain.replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - ASIDE));
}
