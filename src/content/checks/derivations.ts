/** What a derived fact is worked out from is there, and stands above it. */
import { type Catalogue, type Derivation, type Derived, factsOf } from "../../facts/catalogue.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import { allBehind, factsNamed } from "./behind.ts";
import type { CheckedEdition } from "./checked.ts";
import { fieldsOf, type SeenField } from "./fields.ts";
import { unknownFact } from "./unknown-fact.ts";
import { misfit } from "./value.ts";

type At = (path: string, wrong: string, right: string) => Finding;

export function derivations({ folder, content }: CheckedEdition): Finding[] {
  const { catalogue } = content;
  const file = `${folder}/facts.json`;
  return catalogue.derived.flatMap((derived, place) => {
    const path = `derived[${place}].from`;
    const at: At = (inside, wrong, right) => errorAt(file, `${path}.${inside}`, wrong, right);
    const { from } = derived;
    if ("list" in from) return listRests(content, from, at);
    if ("told" in from) return toldRest(catalogue, from, at);
    if ("usable" in from) {
      const known = content.units.groups.filter(({ kind }) => kind === "optional").map(({ id }) => id);
      if (known.includes(from.usable)) return [];
      const right = meant(from.usable, known, "see groups in units.json");
      return [at("usable", `"${from.usable}" is no group of optional units`, right)];
    }
    return factRests(catalogue, derived, file, path);
  });
}

/** Facts are worked out in file order: one that stands further down has no value yet. */
function factRests(catalogue: Catalogue, derived: Derived, file: string, path: string): Finding[] {
  const order = factsOf(catalogue).map(({ id }) => id);
  const named = factsNamed(derived.from).flatMap(({ path: inside, id }) => {
    const place = `${path}.${inside}`;
    if (!order.includes(id)) return [unknownFact(catalogue, file, place, id)];
    if (order.indexOf(id) < order.indexOf(derived.id)) return [];
    if (!allBehind(catalogue, id).has(derived.id))
      return [errorAt(file, place, `"${id}" is worked out further down`, `move it above "${derived.id}"`)];
    const wrong =
      id === derived.id
        ? `"${id}" rests on itself`
        : `"${derived.id}" and "${id}" rest on each other, so neither ever has a value`;
    return [errorAt(file, place, wrong, "let one of them rest on what is told")];
  });
  const { from } = derived;
  const denied = "fact" in from ? Object.entries(from.unlessAll) : [];
  const misfits = denied.flatMap(([id, value]) => {
    const fact = factsOf(catalogue).find((each) => each.id === id);
    const flaw = fact && misfit(fact, value);
    return flaw ? [errorAt(file, `${path}.unlessAll.${id}`, flaw.wrong, flaw.right)] : [];
  });
  return [...named, ...misfits];
}

function toldRest(
  { told }: Catalogue,
  { told: id, includes }: Extract<Derivation, { told: string }>,
  at: At,
): Finding[] {
  const fact = told.find((each) => each.id === id);
  if (!fact) {
    const known = told.map((each) => each.id);
    return [at("told", `no fact "${id}" is told`, meant(id, known, "see told above"))];
  }
  if (fact.type !== "choice" && fact.type !== "many")
    return [at("told", `"${id}" has no choices to look among`, "name a fact of type choice or many")];
  return includes.flatMap((value, place) => {
    const flaw = misfit(fact, value);
    return flaw ? [at(`includes[${place}]`, flaw.wrong, flaw.right)] : [];
  });
}

function listRests(
  content: CheckedEdition["content"],
  from: Extract<Derivation, { list: string }>,
  at: At,
): Finding[] {
  const { lists } = content.catalogue;
  const list = lists.find(({ id }) => id === from.list);
  if (!list) {
    const known = lists.map(({ id }) => id);
    return [at("list", `there is no list "${from.list}"`, meant(from.list, known, "see lists above"))];
  }
  const fields = fieldsOf(content, list);
  const known = fields.map(({ id }) => id);
  const noField = (path: string, id: string) =>
    at(path, `the list "${list.id}" has no field "${id}"`, meant(id, known, "see its fields"));
  const summed = "sum" in from ? fields.find(({ id }) => id === from.sum) : null;
  const sums =
    summed === undefined && "sum" in from
      ? [noField("sum", from.sum)]
      : summed && summed.type !== "number"
        ? [at("sum", `"${summed.id}" is a ${summed.type}, which cannot be added up`, "name a number")]
        : [];
  const wheres = Object.entries(from.where ?? {}).flatMap(([id, wanted]) => {
    const field = fields.find((each) => each.id === id);
    return field ? whereFlaws(field, wanted, at) : [noField(`where.${id}`, id)];
  });
  return [...sums, ...wheres];
}

function whereFlaws(field: SeenField, wanted: unknown, at: At): Finding[] {
  const path = `where.${field.id}`;
  if (!Array.isArray(wanted)) {
    if (field.type === "number" || field.type === "level") return [];
    return [at(path, `"${field.id}" has no size to compare`, "list its values, such as [true]")];
  }
  return wanted.flatMap((value, place) => {
    if (field.notTold?.includes(value)) {
      const wrong = `"${value}" means that ${field.id} is not told, so no entry ever matches it`;
      return [at(`${path}[${place}]`, wrong, "take it out")];
    }
    const flaw = misfit(field, value);
    return flaw ? [at(`${path}[${place}]`, flaw.wrong, flaw.right)] : [];
  });
}
