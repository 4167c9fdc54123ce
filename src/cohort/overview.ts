/** A cohort in figures, from the progress of each of its people. */
import { type Progress, type Stage, stageOf } from "./progress.ts";

export interface Overview {
  readonly people: number;
  readonly stages: Readonly<Record<Stage, number>>;
  /** How many people each qualification is recommended to, by its id. */
  readonly qualifications: ReadonlyMap<string, number>;
  /** For how many people each requirement is open, by its id; the most people first. */
  readonly gaps: readonly Gap[];
}

export interface Gap {
  readonly requirement: string;
  readonly people: number;
}

/** People who stand the same; `people` says how many they are. */
export type Group = Pick<Progress, "qualification" | "open"> & { readonly people: number };

export function overviewOf(groups: Iterable<Group>): Overview {
  const stages: Record<Stage, number> = { ready: 0, "under-way": 0, without: 0 };
  const qualifications = new Map<string, number>();
  const gaps = new Map<string, number>();
  let all = 0;
  for (const group of groups) {
    const { qualification, open, people } = group;
    all += people;
    stages[stageOf(group)] += people;
    if (qualification !== null) add(qualifications, qualification, people);
    for (const requirement of open) add(gaps, requirement, people);
  }
  return { people: all, stages, qualifications, gaps: ranked(gaps) };
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function ranked(gaps: ReadonlyMap<string, number>): Gap[] {
  return [...gaps]
    .map(([requirement, people]) => ({ requirement, people }))
    .sort((a, b) => b.people - a.people || (a.requirement < b.requirement ? -1 : 1));
}
