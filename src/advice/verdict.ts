/** A verdict: one requirement for one learner, with its figures, its words and its place in the source. */
import { type Catalogue, findFact } from "../facts/catalogue.ts";
import { quantity } from "../facts/quantity.ts";
import type { Status } from "../facts/status.ts";
import { fill } from "../facts/template.ts";
import { certain, type Scalar } from "../facts/value.ts";
import type { JudgedLeaf, Judgement } from "../facts/walk.ts";
import type { Kind, Requirement } from "./requirement.ts";
import { placeOf } from "./unit.ts";

export interface Verdict {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly status: Status | "not-applicable";
  /** What is certain so far, in `unit`; null = not told. */
  readonly actual: Scalar | null;
  readonly required: Scalar | readonly Scalar[];
  /** 0 when met; null where no amount makes sense. */
  readonly remaining: number | null;
  readonly unit: string | null;
  readonly says: string;
  readonly reading: string | null;
  readonly cites: readonly string[];
}

export function verdictOf(
  catalogue: Catalogue,
  rule: Requirement,
  judgement: Judgement,
  isApplicable: boolean,
): Verdict {
  const { measure } = judgement;
  const { kind, title, messages, reading, cites } = rule.event.params;
  const status = isApplicable ? judgement.status : "not-applicable";
  const fact = findFact(catalogue, measure.fact);
  const figures = {
    actual: certain(measure.actual),
    required: measure.value,
    remaining: status === "met" ? 0 : remaining(measure, fact?.type),
  };
  const words = status === "not-applicable" ? (messages.notApplicable ?? messages.unknown) : messages[status];
  return {
    id: rule.name,
    kind,
    title,
    status,
    ...figures,
    unit: fact?.unit ?? null,
    says: fill(words, shown(catalogue, figures, fact?.unit)),
    reading: reading ?? null,
    cites: cites.map(placeOf),
  };
}

/** How much is missing, where more of the same would do: sums and counts with a floor. Levels and yes-or-no have none. */
function remaining({ operator, actual, value, status }: JudgedLeaf, type: string | undefined): number | null {
  const told = certain(actual);
  // A leaf under `not` may hold where the rule fails: then it asks for less, not for more.
  if (status === "met" || type !== "number" || operator !== "greaterThanInclusive") return null;
  if (typeof told !== "number" || typeof value !== "number") return null;
  return Math.max(0, Math.round((value - told) * 100) / 100);
}

function shown(
  catalogue: Catalogue,
  figures: { actual: unknown; required: unknown; remaining: unknown },
  unit: string | undefined,
): Record<string, string> {
  const words = Object.entries(figures).map(([name, figure]) => {
    const text =
      typeof figure === "number" ? quantity(catalogue, figure, unit) : String(figure ?? "not known");
    return [name, text] as const;
  });
  // The bare figure, for "12 of 24 credits", where the unit once is enough.
  return { ...Object.fromEntries(words), number: String(figures.actual ?? "0") };
}
