/** The fields of a list as a derivation sees them: for `units` also what the program adds to each entry. */
import type { EditionContent } from "../../advice/edition.ts";
import type { List } from "../../facts/catalogue.ts";
import type { Typed } from "./value.ts";

export interface SeenField extends Typed {
  readonly unit?: string | undefined;
  readonly notTold?: readonly string[] | undefined;
}

/** A unit knows its credits and the groups that ask for it; its id comes from units.json. */
export function fieldsOf({ units }: EditionContent, list: List): SeenField[] {
  if (list.id !== "units") return list.fields;
  const told = list.fields.map((field) =>
    field.id === "unit" ? { ...field, values: units.units.map(({ id }) => id) } : field,
  );
  const added: SeenField[] = [
    { id: "credits", type: "number", unit: "credits" },
    { id: "group", type: "many", values: units.groups.map(({ id }) => id) },
    { id: "level", type: "level" },
  ];
  return [...told, ...added.filter(({ id }) => !told.some((field) => field.id === id))];
}
