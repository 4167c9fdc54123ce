/** Every way in which what was not told could turn out: met = in all of them, unmet = in none of them, else unknown. */
import type { LearnerRecord } from "../../src/record/record.ts";
import {
  LITERACY,
  OBSERVATIONS,
  type Observation,
  PRACTICE,
  type Practice,
  SO_FAR,
  type Test,
} from "./leaflet.ts";

type Said = Readonly<Record<string, unknown>>;

/** More than any requirement asks for. */
const LONG = 100_000;

/** Every way an entry could be, with the ends of what was not told standing for all between. */
function practiceWays(said: Said): Practice[] {
  const area = isBlank(said.area) ? ["general", "literacy", "numeracy"] : [said.area as string];
  const company = said.with ? [said.with as string[]] : [[], ["individuals", "groups"]];
  return ways(told(said.hours, [0, LONG]), area, company).map(([hours, area, company]) => ({
    hours,
    area,
    with: company,
  }));
}

function observationWays(said: Said): Observation[] {
  const area = isBlank(said.area)
    ? ["general", "literacy", "numeracy", "literacy+numeracy"]
    : [said.area as string];
  const specialist = told(said.observerIsSpecialist, [true, false]);
  const inRole = told(said.inSpecialistRole, [true, false]);
  return ways(told(said.minutes, [0, LONG]), area, ways(specialist, inRole, [null])).map(
    ([minutes, area, who]) => {
      return { minutes, area, specialist: who[0], inRole: who[1] };
    },
  );
}

/** Enough of everything still to come, when a list is open; or nothing more. */
const MORE_PRACTICE: Practice[] = LITERACY.concat("numeracy").map((area) => ({
  hours: LONG,
  area,
  with: ["individuals", "groups"],
}));
const MORE_OBSERVED: Observation[] = LITERACY.concat("numeracy").map((area) => ({
  minutes: LONG,
  area,
  specialist: true,
  inRole: true,
}));

export function practiceStatuses(record: LearnerRecord): Record<string, string> {
  return statuses(
    PRACTICE,
    record.practice as Said[] | null,
    practiceWays,
    record.practiceComplete === false ? MORE_PRACTICE : [],
  );
}

export function observationStatuses(record: LearnerRecord): Record<string, string> {
  const isOpen = record.observationsComplete === false;
  const said = record.observations as Said[] | null | undefined;
  const soFar = statuses(SO_FAR, said, observationWays, []);
  const none = Object.fromEntries(Object.keys(SO_FAR).map((id) => [id, "not-applicable"]));
  return {
    ...statuses(OBSERVATIONS, said, observationWays, isOpen ? MORE_OBSERVED : []),
    ...(said?.length === 0 ? none : soFar),
  };
}

function statuses<Entry>(
  tests: Record<string, Test<Entry>>,
  said: readonly Said[] | null | undefined,
  waysOf: (said: Said) => Entry[],
  more: Entry[],
) {
  const worlds = said ? all(said.map(waysOf)).flatMap((entries) => [entries, [...entries, ...more]]) : [];
  const statusOf = (test: Test<Entry>) => {
    if (!said) return "unknown";
    return worlds.every(test) ? "met" : worlds.some(test) ? "unknown" : "unmet";
  };
  return Object.fromEntries(Object.entries(tests).map(([id, test]) => [id, statusOf(test)]));
}

function isBlank(value: unknown): boolean {
  return (value ?? "unknown") === "unknown";
}

function told<T>(value: unknown, otherwise: readonly T[]): readonly T[] {
  return value === null || value === undefined ? otherwise : [value as T];
}

function ways<A, B, C>(first: readonly A[], second: readonly B[], third: readonly C[]): [A, B, C][] {
  return first.flatMap((a) => second.flatMap((b) => third.map((c): [A, B, C] => [a, b, c])));
}

/** Every choice of one from each. */
function all<T>(choices: readonly T[][]): T[][] {
  return choices.reduce<T[][]>(
    (before, next) => before.flatMap((row) => next.map((each) => [...row, each])),
    [[]],
  );
}
