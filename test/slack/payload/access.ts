/** What Slack would take and people could not use: our own rules of accessibility. */
import type { Flaw } from "./flaw.ts";
import type { Whole } from "./rules.ts";
import { isObject, listOf, wordsIn } from "./walk.ts";

export const ACCESS: readonly ((whole: Whole) => Flaw[])[] = [alikeButtons, figuresInWords];

/** Buttons that read the same are told apart by what a screen reader says. */
function alikeButtons({ objects }: Whole): Flaw[] {
  const buttons = objects.filter(({ it }) => it.type === "button" && textOf(it) !== undefined);
  const alike = buttons.filter((one) =>
    buttons.some((other) => other !== one && textOf(other.it) === textOf(one.it)),
  );
  const said = new Set<string>();
  return alike.flatMap(({ it, at }) => {
    const label = it.accessibility_label;
    const name = JSON.stringify([textOf(it), label]);
    const isFlaw = label === undefined || said.has(name);
    said.add(name);
    return isFlaw
      ? [{ wrong: "must tell apart buttons that read the same", at: `${at}/accessibility_label` }]
      : [];
  });
}

function textOf({ text }: Readonly<Record<string, unknown>>): unknown {
  return isObject(text) ? text.text : undefined;
}

/** Every figure of a chart stands as text in the same message, outside the charts. */
function figuresInWords({ payload, blocks }: Whole): Flaw[] {
  const others = blocks.filter(({ it }) => it.type !== "data_visualization");
  const fallback = typeof payload.text === "string" ? [payload.text] : [];
  const text = [...fallback, ...others.flatMap(({ it }) => wordsIn(it))].join("\n");
  const written = new Set(text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "").match(/-?\d+(?:\.\d+)?/g));
  return blocks.flatMap(({ it, at }) => {
    const silent = figuresOf(it.chart).filter((figure) => !isWritten(figure, written));
    return silent.length > 0
      ? [{ wrong: `must say as text: ${[...new Set(silent)].join(", ")}`, at: `${at}/chart` }]
      : [];
  });
}

/** In words, what is below zero may be said with a minus or without: "4 fewer", and "2-3" is no -3. */
function isWritten(figure: number, written: ReadonlySet<string>): boolean {
  const size = String(Math.abs(figure));
  return written.has(size) || written.has(`-${size}`);
}

function figuresOf(chart: unknown): number[] {
  if (!isObject(chart)) return [];
  const series = listOf(chart.series).flatMap((each) => (isObject(each) ? listOf(each.data) : []));
  return [...listOf(chart.segments), ...series]
    .map((point) => (isObject(point) ? point.value : undefined))
    .filter((value) => typeof value === "number");
}
