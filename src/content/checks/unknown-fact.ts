/** What to say of an id that no rule can judge. */
import { type Catalogue, factsOf } from "../../facts/catalogue.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import { typeInWords } from "./value.ts";

/** A told list of choices is a fact, but not one that can be compared: that is said in other words. */
export function unknownFact(catalogue: Catalogue, file: string, path: string, id: string): Finding {
  const told = catalogue.told.find((each) => each.id === id);
  if (told) {
    const wrong = `"${id}" is ${typeInWords(told.type)}, which no rule can compare`;
    return errorAt(file, path, wrong, "derive a fact from it in facts.json and name that one");
  }
  if (catalogue.lists.some((list) => list.id === id)) {
    const right = "derive a count, a sum or an any from it in facts.json and name that one";
    return errorAt(file, path, `"${id}" is a list, which no rule can compare`, right);
  }
  const known = factsOf(catalogue).map((fact) => fact.id);
  return errorAt(
    file,
    path,
    `facts.json has no fact "${id}"`,
    meant(id, known, "see told and derived there"),
  );
}
