/** The catalogue of facts of one edition: what a person can tell, and what is worked out from it. It is facts.json. */
import { z } from "zod";

const id = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9.-]*$/,
    "an id begins with a small letter and holds letters, digits, dots and dashes",
  );
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const measureSchema = z.strictObject({
  id: id.describe("The name other entries give as their unit"),
  one: z.string().describe("The word after 1"),
  other: z.string().describe("The word after any other number"),
  hoursEach: z
    .number()
    .min(0)
    .describe("About how many hours of work one of these takes; orders what is left"),
});

export const FACT_TYPES = ["boolean", "level", "number", "choice", "many", "text", "date"] as const;

const typed = {
  id,
  type: z.enum(FACT_TYPES),
  unit: z.string().optional().describe("The id of a measure"),
  values: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("What a choice may be; for units: given by units.json"),
  min: z.number().optional(),
  max: z.number().optional(),
  whole: z.boolean().optional().describe("Only whole numbers"),
};

const toldSchema = z.strictObject({
  ...typed,
  question: z
    .string()
    .optional()
    .describe("The question that tells it; without one it is only read from a record"),
});

const fieldSchema = z.strictObject({
  ...typed,
  notTold: z.array(z.string()).optional().describe("Values that mean the same as not telling"),
  required: z.boolean().optional().describe("An entry without it is refused"),
  past: z
    .strictObject({ code: id, says: z.string() })
    .optional()
    .describe("A date may not be later than today"),
  most: z
    .strictObject({ value: z.number(), code: id, says: z.string(), with: z.string().optional() })
    .optional()
    .describe("More than this is asked about, not refused"),
});

const listSchema = z.strictObject({
  id,
  question: z.string(),
  complete: id.optional().describe("The record's key that says whether the list is all of it"),
  repeated: z
    .strictObject({ fields: z.array(z.string()).min(1), code: id, says: z.string() })
    .optional()
    .describe("Two entries alike in these fields are asked about"),
  fields: z.array(fieldSchema).min(1),
});

const whereSchema = z.record(
  z.string(),
  z.union([
    z.array(scalar).min(1),
    z.strictObject({ min: z.number() }),
    z.strictObject({ below: z.number() }),
  ]),
);
export type Where = z.infer<typeof whereSchema>;

const from = z.union([
  z.strictObject({
    list: z.string(),
    count: z.literal(true),
    where: whereSchema.optional(),
    soFar: z.boolean().optional().describe("Look at what was told so far, as if the list were closed"),
  }),
  z.strictObject({
    list: z.string(),
    sum: z.string().describe("The field that is added up"),
    where: whereSchema.optional(),
    soFar: z.boolean().optional(),
  }),
  z.strictObject({
    list: z.string(),
    any: z.literal(true),
    where: whereSchema,
    soFar: z.boolean().optional(),
  }),
  z.strictObject({ told: z.string(), includes: z.array(z.string()).min(1) }),
  z.strictObject({ fact: z.string(), unlessAll: z.record(z.string(), scalar) }),
  z.strictObject({ difference: z.tuple([z.string(), z.string()]), times: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ constant: scalar }),
  z.strictObject({
    usable: z.string().describe("Held credits of a group of units that fit an allowed total"),
  }),
]);
export type Derivation = z.infer<typeof from>;

const derivedSchema = z.strictObject({
  id,
  type: z.enum(["boolean", "number"]),
  unit: z.string().optional(),
  from,
  whenNotTold: scalar.optional().describe("The value while nothing is told; without it: not known"),
});

export const catalogueSchema = z.strictObject({
  $schema: z.string().optional(),
  measures: z.array(measureSchema),
  told: z.array(toldSchema),
  lists: z.array(listSchema),
  derived: z.array(derivedSchema),
});

export type Told = z.infer<typeof toldSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type List = z.infer<typeof listSchema>;
export type Derived = z.infer<typeof derivedSchema>;
export type Catalogue = z.infer<typeof catalogueSchema>;

/** A fact that a rule may name. Texts, dates and many-valued answers are kept in the record but judged by no rule. */
export type Fact = Told | Derived;

/** The facts that rules may name, in file order: told ones first. */
export function factsOf(catalogue: Catalogue): Fact[] {
  const judged = catalogue.told.filter((told) => !["text", "date", "many"].includes(told.type));
  return [...judged, ...catalogue.derived];
}

/** The fact of this id, told or derived. */
export function findFact(catalogue: Catalogue, id: string): Fact | undefined {
  return catalogue.told.find((fact) => fact.id === id) ?? catalogue.derived.find((fact) => fact.id === id);
}

/** Each fact's position in the values that a deriver gives. */
export function placesOf(catalogue: Catalogue): ReadonlyMap<string, number> {
  return new Map(factsOf(catalogue).map((fact, at) => [fact.id, at]));
}

/** A place in a record whose telling can settle a fact: a told fact, or one field of a list (none for the list itself). */
export interface Source {
  readonly question: string;
  readonly field: string | null;
}

const sources = new WeakMap<Catalogue, Map<string, readonly Source[]>>();

/** The questions, and the fields of their lists, on which a fact rests. Empty for constants. */
export function sourcesOf(catalogue: Catalogue, factId: string): readonly Source[] {
  const known = sources.get(catalogue) ?? new Map<string, readonly Source[]>();
  sources.set(catalogue, known);
  // Every turn asks for the same few.
  const found = known.get(factId) ?? sourcesIn(catalogue, factId);
  known.set(factId, found);
  return found;
}

function sourcesIn(catalogue: Catalogue, factId: string): readonly Source[] {
  const told = catalogue.told.find((each) => each.id === factId);
  if (told) return told.question ? [{ question: told.question, field: null }] : [];
  const derived = catalogue.derived.find((each) => each.id === factId);
  if (!derived) return [];
  const { from: rests } = derived;
  if ("list" in rests) return listSources(catalogue, rests.list, fieldsRead(rests));
  if ("usable" in rests) return listSources(catalogue, "units", []);
  if ("told" in rests) return sourcesOf(catalogue, rests.told);
  if ("fact" in rests)
    return [rests.fact, ...Object.keys(rests.unlessAll)].flatMap((each) => sourcesOf(catalogue, each));
  if ("difference" in rests) return rests.difference.flatMap((each) => sourcesOf(catalogue, each));
  return [];
}

function listSources(catalogue: Catalogue, listId: string, fields: string[]): Source[] {
  const list = catalogue.lists.find((each) => each.id === listId);
  if (!list) return [];
  const known = fields.filter((field) => list.fields.some((each) => each.id === field));
  return [null, ...known].map((field) => ({ question: list.question, field }));
}

/** The fields of a list entry that a derivation looks at. */
export function fieldsRead(derivation: Derivation): string[] {
  const where = "where" in derivation ? Object.keys(derivation.where ?? {}) : [];
  return "sum" in derivation ? [derivation.sum, ...where] : where;
}
