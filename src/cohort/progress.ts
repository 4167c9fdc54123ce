/** How far one learner is on the way to what is recommended to them, as somebody who looks after them may see it. */
import type { Advice } from "../advice/advise.ts";
import type { CanStart } from "../advice/recommendation.ts";
import type { LearnerRecord } from "../record/record.ts";

export interface Member {
  readonly name: string;
  readonly record: LearnerRecord;
}

export interface Progress {
  readonly name: string;
  /** What is recommended now; null where nothing is. */
  readonly qualification: string | null;
  readonly canStart: CanStart | null;
  /** Requirements met, of those that apply. */
  readonly done: number;
  readonly of: number;
  /** The titles of what is not met, or not known. */
  readonly open: readonly string[];
}

export function progressOf(name: string, { recommended, qualifications }: Advice): Progress {
  const now = recommended.find(({ strength }) => strength === "primary" || strength === "conditional");
  const advised = qualifications.find(({ id }) => id === now?.qualification);
  if (!advised) return { name, qualification: null, canStart: null, done: 0, of: 0, open: [] };
  const counted = advised.requirements.filter(({ status }) => status !== "not-applicable");
  const open = counted.filter(({ status }) => status !== "met");
  return {
    name,
    qualification: advised.title,
    canStart: advised.canStart,
    done: counted.length - open.length,
    of: counted.length,
    open: open.map(({ title }) => title),
  };
}

/** Everything that applies is met. */
export function isReady({ qualification, open }: Progress): boolean {
  return qualification !== null && open.length === 0;
}

export interface Gap {
  readonly title: string;
  /** How many people it is open for. */
  readonly people: number;
}

/** What holds back how many, the most people first. */
export function gapsOf(team: readonly Progress[]): Gap[] {
  const people = new Map<string, number>();
  for (const title of team.flatMap(({ open }) => open)) people.set(title, (people.get(title) ?? 0) + 1);
  return [...people]
    .map(([title, count]) => ({ title, people: count }))
    .sort((a, b) => b.people - a.people || a.title.localeCompare(b.title));
}
