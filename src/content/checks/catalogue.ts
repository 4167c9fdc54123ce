/** The catalogue of facts agrees with itself: measures, values and the fields that lists speak of. */
import type { Catalogue, Field, List, Told } from "../../facts/catalogue.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";

/** A record has these keys already, or the program adds them. */
const TAKEN = ["$schema", "format", "edition", "name", "usable"];

export function catalogue({ folder, content }: CheckedEdition): Finding[] {
  const { catalogue: all } = content;
  const file = `${folder}/facts.json`;
  const at = (path: string, wrong: string, right: string) => errorAt(file, path, wrong, right);
  return [
    ...takenIds(all, at),
    ...all.told.flatMap((told, place) => typeFlaws(told, `told[${place}]`, at)),
    ...all.lists.flatMap((list, place) => listFlaws(list, `lists[${place}]`, at)),
    ...unknownMeasures(all, at),
  ];
}

type At = (path: string, wrong: string, right: string) => Finding;

/** `mentor` and `mentor.name` cannot both stand in one record: the first leaves no room for the second. */
function takenIds({ told, lists }: Catalogue, at: At): Finding[] {
  const ids = [
    ...told.map(({ id }, place) => ({ id, path: `told[${place}].id` })),
    ...lists.map(({ id }, place) => ({ id, path: `lists[${place}].id` })),
  ];
  return ids.flatMap(({ id, path }) => {
    const inside = ids.find((other) => other.id.startsWith(`${id}.`));
    if (TAKEN.includes(id)) return [at(path, `a record has its own "${id}"`, "give the fact another id")];
    return inside ? [at(path, `"${inside.id}" lies inside "${id}"`, "give one of them another id")] : [];
  });
}

function typeFlaws(typed: Told | Field, path: string, at: At): Finding[] {
  const { id, type, values, min, max } = typed;
  const isChoice = type === "choice" || type === "many";
  return [
    ...(isChoice && !values && id !== "unit"
      ? [at(path, `"${id}" is a ${type} without values`, 'list what it can be in "values"')]
      : []),
    ...(min !== undefined && max !== undefined && min > max
      ? [at(`${path}.min`, `the least, ${min}, is above the most, ${max}`, "swap them")]
      : []),
  ];
}

function listFlaws(list: List, path: string, at: At): Finding[] {
  const ids = list.fields.map(({ id }) => id);
  const noField = (place: string, id: string) =>
    ids.includes(id)
      ? []
      : [
          at(
            `${path}.${place}`,
            `the list "${list.id}" has no field "${id}"`,
            meant(id, ids, "see its fields"),
          ),
        ];
  return [
    ...(list.repeated?.fields ?? []).flatMap((id, place) => noField(`repeated.fields[${place}]`, id)),
    ...list.fields.flatMap((field, place) => {
      const { values = [], notTold = [], most, past, type } = field;
      const own = `${path}.fields[${place}]`;
      return [
        ...typeFlaws(field, own, at),
        ...notTold.flatMap((value, each) =>
          values.includes(value)
            ? []
            : [
                at(
                  `${own}.notTold[${each}]`,
                  `"${value}" is no value of ${field.id}`,
                  meant(value, values, "take it out"),
                ),
              ],
        ),
        ...(most?.with === undefined ? [] : noField(`fields[${place}].most.with`, most.with)),
        ...(most && type !== "number"
          ? [at(`${own}.most`, `"most" needs a number, and ${field.id} is a ${type}`, "take it out")]
          : []),
        ...(past && type !== "date"
          ? [at(`${own}.past`, `"past" needs a date, and ${field.id} is a ${type}`, "take it out")]
          : []),
      ];
    }),
  ];
}

function unknownMeasures({ measures, told, lists, derived }: Catalogue, at: At): Finding[] {
  const known = measures.map(({ id }) => id);
  const used = [
    ...told.map(({ unit }, place) => ({ unit, path: `told[${place}].unit` })),
    ...lists.flatMap(({ fields }, list) =>
      fields.map(({ unit }, place) => ({ unit, path: `lists[${list}].fields[${place}].unit` })),
    ),
    ...derived.map(({ unit }, place) => ({ unit, path: `derived[${place}].unit` })),
  ];
  return used.flatMap(({ unit, path }) =>
    unit === undefined || known.includes(unit)
      ? []
      : [at(path, `there is no measure "${unit}"`, meant(unit, known, "add it to measures"))],
  );
}
