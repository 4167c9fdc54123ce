/** A question about a list asks for fields that the list has, and for those that an entry must have. */
import { errorAt, type Finding, meant } from "../finding.ts";
import type { CheckedInterview } from "./checked.ts";

export function lists({ file, questions, content }: CheckedInterview): Finding[] {
  return questions.flatMap((question, at) => {
    if (question.kind !== "list") return [];
    const path = `questions[${at}]`;
    const { id, fields = [], totals, tells } = question;
    if (fields.length === 0)
      return [errorAt(file, path, `"${id}" asks about a list without fields`, 'add "fields"')];
    const list = content.catalogue.lists.find((each) => each.id === tells[0]);
    if (!list) return [];
    const asked = fields.map((field) => field.id);
    const known = list.fields.map((field) => field.id);
    const unknown = fields.flatMap((field, place) =>
      known.includes(field.id)
        ? []
        : [
            errorAt(
              file,
              `${path}.fields[${place}].id`,
              `the list "${list.id}" has no field "${field.id}"`,
              meant(field.id, known, "see its fields in facts.json"),
            ),
          ],
    );
    const unasked = list.fields
      .filter((field) => field.required && !asked.includes(field.id))
      .map((field) =>
        errorAt(
          file,
          `${path}.fields`,
          `an entry of "${list.id}" must have "${field.id}", and nothing asks for it`,
          "add the field, with a default if it need not be asked",
        ),
      );
    const parts = Object.entries({ of: totals?.of, by: totals?.by }).flatMap(([key, field]) =>
      field === undefined || asked.includes(field)
        ? []
        : [
            errorAt(
              file,
              `${path}.totals.${key}`,
              `"${id}" has no field "${field}"`,
              meant(field, asked, "see its fields"),
            ),
          ],
    );
    return [...unknown, ...unasked, ...parts];
  });
}
