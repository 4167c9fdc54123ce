/** Something in what was told that cannot be right, or is unlikely: it is asked about, never repaired in silence. */
import type { Catalogue, Field, List } from "../facts/catalogue.ts";
import type { Entry } from "../facts/entry.ts";
import { fill } from "../facts/template.ts";

export interface Problem {
  readonly code: string;
  /** Where in the record: `observations[2]`; a rule's name where two answers contradict each other. */
  readonly place: string;
  readonly says: string;
  /** The question whose answer would settle it. */
  readonly question: string;
  readonly unit?: string;
}

/** Problems inside the lists of a record. `today` is an ISO date. */
export function listProblems(
  catalogue: Catalogue,
  record: Readonly<Record<string, unknown>>,
  today: string,
): Problem[] {
  return catalogue.lists.flatMap((list) => {
    const entries = (record[list.id] ?? []) as readonly Entry[];
    return entries.flatMap((entry, at) => [
      ...list.fields.flatMap((field) => fieldProblems(list, field, entry, at, today)),
      ...repeated(list, entries, at),
    ]);
  });
}

function fieldProblems(list: List, field: Field, entry: Entry, at: number, today: string): Problem[] {
  const told = entry[field.id];
  const about = { place: `${list.id}[${at}]`, question: list.question };
  const values = { entry: at + 1, value: String(told) };
  if (field.past && typeof told === "string" && told > today) {
    return [{ ...about, code: field.past.code, says: fill(field.past.says, values) }];
  }
  const { most } = field;
  const isGuarded = most && (most.with === undefined || (entry[most.with] ?? null) !== null);
  if (isGuarded && typeof told === "number" && told > most.value) {
    return [{ ...about, code: most.code, says: fill(most.says, { ...values, most: most.value }) }];
  }
  return [];
}

function repeated(list: List, entries: readonly Entry[], at: number): Problem[] {
  if (!list.repeated) return [];
  const { fields, code, says } = list.repeated;
  const told = (entry: Entry | undefined, id: string) => {
    const value = entry?.[id] ?? null;
    const isTold = !list.fields.find((field) => field.id === id)?.notTold?.includes(String(value));
    return isTold ? value : null;
  };
  const isAlike = (other: Entry) =>
    fields.every((id) => told(other, id) !== null && told(other, id) === told(entries[at], id));
  const first = entries.slice(0, at).findIndex(isAlike);
  if (first < 0) return [];
  return [
    {
      code,
      place: `${list.id}[${at}]`,
      question: list.question,
      says: fill(says, { entry: at + 1, first: first + 1 }),
    },
  ];
}
