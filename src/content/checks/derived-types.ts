/** A derived fact has the type and the unit of what it is worked out from. */
import { type Catalogue, type Derived, factsOf } from "../../facts/catalogue.ts";
import { errorAt, type Finding } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";
import { fieldsOf } from "./fields.ts";
import { misfit, typeInWords } from "./value.ts";

export function derivedTypes({ folder, content }: CheckedEdition): Finding[] {
  const file = `${folder}/facts.json`;
  return content.catalogue.derived.flatMap((derived, place) => {
    const path = `derived[${place}]`;
    const { type, unit, whenNotTold } = derived;
    const findings: Finding[] = [];
    const wanted = typeOf(content.catalogue, derived);
    if (wanted !== null && wanted !== type) {
      const wrong = `"${derived.id}" is worked out as ${typeInWords(wanted)}, and is said to be ${typeInWords(type)}`;
      const canBe = wanted === "boolean" || wanted === "number";
      const right = canBe ? `write "${wanted}"` : "let it rest on a number, or on what is true or false";
      findings.push(errorAt(file, `${path}.type`, wrong, right));
    }
    const flaw = whenNotTold === undefined ? null : misfit(derived, whenNotTold);
    if (flaw) findings.push(errorAt(file, `${path}.whenNotTold`, flaw.wrong, flaw.right));
    const measured = unitOf(content, derived);
    if (measured && measured.unit !== unit) {
      const wrong = `"${derived.id}" comes out in ${measured.unit ?? "no unit"}, as ${measured.of} does, and is said to be in ${unit ?? "no unit"}`;
      const right = measured.unit ? `write "${measured.unit}"` : "take the unit out";
      findings.push(errorAt(file, `${path}.unit`, wrong, right));
    }
    return findings;
  });
}

/** null where what it rests on is not there, which another check says. */
function typeOf(catalogue: Catalogue, { from }: Derived): string | null {
  if ("list" in from) return "any" in from ? "boolean" : "number";
  if ("told" in from) return "boolean";
  if ("constant" in from) return typeof from.constant;
  if (!("fact" in from)) return "number";
  const type = factsOf(catalogue).find(({ id }) => id === from.fact)?.type ?? null;
  return type === "level" ? "number" : type;
}

/** The unit that a sum or a difference comes out in: of the field it sums, or of what it takes times 1. */
function unitOf(
  content: CheckedEdition["content"],
  { from }: Derived,
): { of: string; unit: string | undefined } | null {
  const { lists } = content.catalogue;
  if ("list" in from && "sum" in from) {
    const list = lists.find(({ id }) => id === from.list);
    const field = list && fieldsOf(content, list).find(({ id }) => id === from.sum);
    return field ? { of: field.id, unit: field.unit } : null;
  }
  if ("difference" in from) {
    const alike = from.difference.find((_, at) => from.times[at] === 1);
    const fact = factsOf(content.catalogue).find(({ id }) => id === alike);
    return fact ? { of: fact.id, unit: fact.unit } : null;
  }
  return null;
}
