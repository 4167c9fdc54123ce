/** What Teams would draw and people could not use: our own rules of accessibility for single elements. */
import { isDeepStrictEqual } from "node:util";
import { isObject, listOf } from "../../slack/payload/walk.ts";
import { type Flaw, unless } from "./flaw.ts";
import { isNewer } from "./newer.ts";
import { isFilled, isInput, type Json, type Part, partsOf } from "./part.ts";

/** What a client may refuse to send. */
const CHECKS = ["min", "max", "regex", "maxLength"];
const LARGE: readonly unknown[] = ["Large", "ExtraLarge"];

export function accessFlaws(card: Json): Flaw[] {
  const parts = partsOf(card);
  return [
    ...parts.flatMap(partFlaws),
    ...repeatedIds(parts.filter((part) => isInput(part) && !part.isFallback)),
    ...headingFlaws(parts),
  ];
}

function partFlaws(part: Part): Flaw[] {
  const { it, path, type } = part;
  const hasFallback = it.fallback === "drop" || isObject(it.fallback);
  return [
    ...unless(!isNewer(type) || hasFallback, `${path}.fallback`, "must stand in where 1.5 is drawn"),
    ...(isInput(part) ? inputFlaws(part) : []),
    ...(type === "TextBlock" ? textFlaws(part) : []),
    ...(type === "TextRun" ? unless(isFilled(it.text), `${path}.text`, "must not be empty") : []),
    ...(type === "RichTextBlock" ? runFlaws(part) : []),
    ...(type === "Action.Execute" ? executeFlaws(part) : []),
  ];
}

function inputFlaws({ it, path }: Part): Flaw[] {
  const isChecked = it.isRequired === true || CHECKS.some((key) => it[key] !== undefined);
  return [
    ...unless(isFilled(it.id), `${path}.id`, "must not be empty"),
    ...unless(isFilled(it.label), `${path}.label`, "must not be empty"),
    ...unless(!isChecked || isFilled(it.errorMessage), `${path}.errorMessage`, "must say what is wrong"),
    ...listOf(it.choices).flatMap((choice, place) => {
      const value = isObject(choice) && typeof choice.value === "string" ? choice.value : "";
      return unless(
        !value.includes(","),
        `${path}.choices[${place}].value`,
        "must hold no comma, which joins values",
      );
    }),
  ];
}

function textFlaws({ it, path }: Part): Flaw[] {
  return [
    ...unless(isFilled(it.text), `${path}.text`, "must not be empty"),
    ...unless(it.wrap === true, `${path}.wrap`, "must be true"),
  ];
}

/** A run may also be a bare string. */
function runFlaws({ it, path }: Part): Flaw[] {
  return listOf(it.inlines).flatMap((run, place) =>
    unless(typeof run !== "string" || isFilled(run), `${path}.inlines[${place}]`, "must not be empty"),
  );
}

/** Clients that do not know Action.Execute have to say the same by Action.Submit. */
function executeFlaws({ it, path }: Part): Flaw[] {
  const { fallback, title, data, associatedInputs } = it;
  const isSubmit = isObject(fallback) && fallback.type === "Action.Submit";
  const said = isSubmit ? [fallback.title, fallback.data, fallback.associatedInputs] : [];
  return [
    ...unless(isFilled(it.verb), `${path}.verb`, "must not be empty"),
    ...unless(isSubmit, `${path}.fallback`, "must be an Action.Submit"),
    ...unless(
      !isSubmit || isDeepStrictEqual(said, [title, data, associatedInputs]),
      `${path}.fallback`,
      "must have the same title, data and associatedInputs",
    ),
  ];
}

function repeatedIds(inputs: readonly Part[]): Flaw[] {
  const ids = inputs.map(({ it }) => it.id);
  return inputs.flatMap(({ path }, place) =>
    unless(ids.indexOf(ids[place]) === place, `${path}.id`, "must be unique"),
  );
}

/** What looks like a heading is one to who cannot see it: the first, at least. */
function headingFlaws(parts: readonly Part[]): Flaw[] {
  const first = parts.find(({ it, type }) => type === "TextBlock" && looksLikeHeading(it));
  return first ? unless(first.it.style === "heading", `${first.path}.style`, "must be heading") : [];
}

function looksLikeHeading({ size, weight, style }: Json): boolean {
  return style === "heading" || LARGE.includes(size) || (size === "Medium" && weight === "Bolder");
}
