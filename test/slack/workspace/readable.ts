/** What a person reads on a message or a view, from top to bottom. */
import { type Block, type Element, elementsOf, flat, type Json, optionsOf, type Words } from "./block.ts";

/** A message or a view as the client shows it. */
export interface Readable {
  readonly type?: string;
  readonly text?: string;
  readonly blocks: readonly Block[];
  readonly title?: unknown;
  readonly submit?: unknown;
  readonly close?: unknown;
  readonly errors?: Readonly<Record<string, string>>;
}

export interface Button {
  readonly text: string;
  readonly actionId: string;
  readonly value: string;
  readonly blockId: string;
}

/** All readable text, a line for each part; of a message without blocks its text. */
export function textOf({ type, text = "", blocks, errors = {}, ...frame }: Readable): string {
  if (blocks.length === 0) return unmarked(text);
  const lines = flat(blocks).flatMap((block) => [...linesOf(block), errors[block.block_id]]);
  // Slack gives a Home a title that it never shows.
  const { title, submit, close } = type === "home" ? {} : frame;
  return [words(title), ...lines, words(submit), words(close)].filter((line) => line).join("\n");
}

export function buttonsOf({ blocks }: Pick<Readable, "blocks">): Button[] {
  return flat(blocks).flatMap((block) =>
    elementsOf(block)
      .flatMap(pressable)
      .map(({ text, action_id: actionId, value = "" }) => ({
        text: text?.text ?? "",
        actionId,
        value,
        blockId: block.block_id,
      })),
  );
}

/** The buttons of an element: itself, the two thumbs of feedback, or none. */
export function pressable(element: Element): Element[] {
  if (element.type === "button" || element.type === "icon_button") return [element];
  if (element.type !== "feedback_buttons") return [];
  const thumbs = [element.positive_button, element.negative_button] as Element[];
  return thumbs.map((thumb) => ({ ...thumb, type: element.type, action_id: element.action_id }));
}

function linesOf(block: Block): string[] {
  const { type } = block;
  if (type === "rich_text") return richLines(block);
  if (type === "table" || type === "data_table") return [words(block.caption), ...rowsOf(block)];
  if (type === "data_visualization") return [words(block.title), ...figuresOf(block.chart)];
  if (type === "markdown") return [String(block.text)];
  const fields = Array.isArray(block.fields) ? block.fields : [];
  const read = [block.title, block.subtitle, block.label, block.text, block.body, ...fields, block.hint];
  const alternative = type === "image" ? [String(block.alt_text)] : [];
  return [...read.map(words), ...alternative, ...elementsOf(block).flatMap(elementLines)];
}

function elementLines(element: Element): string[] {
  if (element.type === "mrkdwn" || element.type === "plain_text") return [words(element)];
  if (element.type === "image") return [String(element.alt_text)];
  const buttons = pressable(element);
  if (buttons.length > 0) return buttons.map(({ text }) => words(text));
  const options = optionsOf(element).flatMap(({ text, description }) => [words(text), words(description)]);
  const entered = element.initial_value;
  return [words(element.placeholder), ...options, typeof entered === "string" ? entered : ""];
}

/** The words of a text object, or of a plain string; nothing of anything else. */
function words(given: unknown): string {
  if (typeof given === "string") return given;
  const { type, text } = (given ?? {}) as Partial<Words>;
  if (typeof text !== "string") return "";
  return type === "mrkdwn" ? unmarked(text) : unescaped(text);
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** mrkdwn without its marks: labels of links, fallbacks of dates, and no stars around what is bold. */
export function unmarked(text: string): string {
  const shown = text
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, "$1")
    .replace(/<(?:https?:|mailto:)[^|>]*\|([^>]*)>/g, "$1")
    .replace(/<([@#])[^|>]*\|([^>]*)>/g, "$1$2")
    .replace(/<((?:https?:|mailto:|[@#!])[^>]*)>/g, "$1");
  const unstyled = ["*", "_", "~", "`"].reduce((now, mark) => {
    const around = new RegExp(
      `(?<![\\w${mark}])\\${mark}(?=\\S)([^\\n${mark}]*\\S)\\${mark}(?![\\w${mark}])`,
      "g",
    );
    return now.replace(around, "$1");
  }, shown);
  return unescaped(unstyled);
}

interface Rich {
  readonly type: string;
  readonly style?: unknown;
  readonly indent?: number;
  readonly offset?: number;
  readonly elements?: readonly Rich[];
  readonly [key: string]: unknown;
}

function richLines(block: Json): string[] {
  const parts = (block.elements ?? []) as readonly Rich[];
  return parts.flatMap((part) => {
    if (part.type !== "rich_text_list") return [runOf(part)];
    const pad = "  ".repeat(part.indent ?? 0);
    return (part.elements ?? []).map((item, place) => {
      const mark = part.style === "ordered" ? `${place + 1 + (part.offset ?? 0)}. ` : "- ";
      return `${pad}${mark}${runOf(item)}`;
    });
  });
}

/** Text in rich text is literal: nothing in it is escaped. */
function runOf({ elements = [] }: Rich): string {
  return elements
    .map((run) => {
      if (run.type === "emoji") return `:${run.name}:`;
      if (run.type === "user") return `@${run.user_id}`;
      if (run.type === "channel") return `#${run.channel_id}`;
      return String(run.text ?? run.url ?? run.fallback ?? "");
    })
    .join("");
}

function rowsOf(block: Block): string[] {
  const rows = (block.rows ?? []) as readonly (readonly Json[])[];
  return rows.map((row) => row.map(cellText).join(" | "));
}

function cellText(cell: Json): string {
  if (cell.type === "rich_text") return richLines(cell).join(" ");
  return String(cell.text ?? cell.value ?? "").trim();
}

interface Point {
  readonly label: string;
  readonly value: number;
}

function figuresOf(chart: unknown): string[] {
  const { segments = [], series = [] } = (chart ?? {}) as {
    readonly segments?: readonly Point[];
    readonly series?: readonly { readonly name: string; readonly data: readonly Point[] }[];
  };
  const figure = ({ label, value }: Point) => `${label}: ${value}`;
  return [...segments.map(figure), ...series.flatMap(({ name, data }) => [name, ...data.map(figure)])];
}
