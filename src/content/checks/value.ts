/** Does a value fit a fact or a field? Used for conditions, derivations and answers alike. */
import { meant } from "../finding.ts";

/** What of a fact or a field decides which values it takes. */
export interface Typed {
  readonly id: string;
  readonly type: string;
  readonly values?: readonly string[] | undefined;
}

interface Misfit {
  readonly wrong: string;
  readonly right: string;
}

/** What is wrong with the value, or null when it fits. */
export function misfit({ id, type, values = [] }: Typed, value: unknown): Misfit | null {
  const shown = JSON.stringify(value);
  switch (type) {
    case "boolean":
      return typeof value === "boolean"
        ? null
        : { wrong: `${shown} does not fit ${id}, which is true or false`, right: "write true or false" };
    case "number":
      return typeof value === "number"
        ? null
        : { wrong: `${shown} does not fit ${id}, which is a number`, right: "write a number, no quotes" };
    case "level":
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 8
        ? null
        : {
            wrong: `${shown} does not fit ${id}, which is a level`,
            right: "write 0 (Entry Level) to 8, no quotes",
          };
    case "choice":
    case "many":
      return typeof value === "string" && values.includes(value)
        ? null
        : {
            wrong: `${shown} is no value that ${id} can have`,
            right: meant(String(value), values, `it can be ${values.join(", ")}`),
          };
    default:
      return typeof value === "string"
        ? null
        : { wrong: `${shown} does not fit ${id}, which is a ${type}`, right: "write a text in quotes" };
  }
}

/** The type of a fact in words: "a level", "one of several choices". */
export function typeInWords(type: string): string {
  const words: Record<string, string> = {
    boolean: "true or false",
    choice: "one of several choices",
    many: "a list of choices",
  };
  return words[type] ?? `a ${type}`;
}
