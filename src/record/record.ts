/** A learner's record, `signpost.record/1`: what they told, as an edition's catalogue lists it. */
import { z } from "zod";
import type { Catalogue, Field, Told } from "../facts/catalogue.ts";
import type { Entry } from "../facts/entry.ts";

/** `null` or absent = not told; `[]` = told, and there is none. */
export interface LearnerRecord {
  readonly format: "signpost.record/1";
  readonly edition: string;
  readonly name?: string | null;
  readonly [key: string]: unknown;
}

export function emptyRecord(edition: string): LearnerRecord {
  return { format: "signpost.record/1", edition };
}

/** The entries of a list, or null while the list is not told. */
export function entriesOf(record: LearnerRecord, list: string): readonly Entry[] | null {
  return (record[list] as readonly Entry[] | null | undefined) ?? null;
}

/** The schema of a record under one edition. `unitIds` are the values that an entry of `units` may name. */
export function recordSchema(
  catalogue: Catalogue,
  edition: string,
  unitIds: readonly string[],
): z.ZodType<LearnerRecord> {
  const shape: Tree = {};
  for (const told of catalogue.told) plant(shape, told.id.split("."), valueSchema(told));
  for (const list of catalogue.lists) {
    plant(shape, [list.id], z.array(entrySchema(list.fields, unitIds)).max(10_000));
    if (list.complete) plant(shape, [list.complete], z.boolean());
  }
  return z.strictObject({
    $schema: z.string().optional(),
    format: z.literal("signpost.record/1"),
    edition: z.literal(edition),
    name: z.string().max(200).nullish(),
    ...grown(shape),
  }) as unknown as z.ZodType<LearnerRecord>;
}

type Tree = { [key: string]: z.ZodType | Tree };

function plant(tree: Tree, path: readonly string[], schema: z.ZodType): void {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) tree[key] = schema;
  else {
    tree[key] ??= {};
    plant(tree[key] as Tree, rest, schema);
  }
}

function grown(tree: Tree): Record<string, z.ZodType> {
  const entries = Object.entries(tree).map(([key, node]) => {
    const schema = node instanceof z.ZodType ? node : z.strictObject(grown(node));
    return [key, schema.nullish()] as const;
  });
  return Object.fromEntries(entries);
}

function entrySchema(fields: readonly Field[], unitIds: readonly string[]): z.ZodType {
  const shape = fields.map((field) => {
    const schema = field.id === "unit" ? z.enum(unitIds) : valueSchema(field);
    return [field.id, field.required ? schema : schema.nullish()] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}

function valueSchema(told: Told | Field): z.ZodType {
  switch (told.type) {
    case "boolean":
      return z.boolean();
    case "level":
      return z.int().min(0).max(8);
    case "number": {
      const number = told.whole ? z.int() : z.number();
      return number.min(told.min ?? 0).max(told.max ?? 10_000);
    }
    case "choice":
      return z.enum(told.values ?? []);
    case "many":
      return z.array(z.enum(told.values ?? []));
    case "date":
      return z.iso.date("this is not a date; write it as 2010-03-10");
    case "text":
      return z.string().max(2_000);
  }
}
