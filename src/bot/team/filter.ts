/** Reads whom a manager wants to see: how they stand, a qualification, a requirement, for how long they were quiet. */
import { STAGES, type Stage } from "../../cohort/progress.ts";
import type { Choice } from "../../interview/question.ts";
import { findChoices, phrasesOf } from "../../interview/reading/choice.ts";
import { hasPhrase, plain } from "../../interview/reading/phrase.ts";
import { said } from "../../interview/words.ts";
import type { Filter } from "../../store/roster.ts";
import { editionsOf, titlesOf } from "../replies/cohort.ts";
import { daysBefore } from "./listed.ts";
import type { Place } from "./scene.ts";

/** A filter, the words that name it for people, and the line that says it again. */
export interface Wanted {
  readonly filter: Filter;
  readonly shown: string;
  readonly typed: string;
  /** From 1. */
  readonly page: number;
  /** What nothing was made of. */
  readonly left: string;
}

/** Days without a word after which somebody counts as stalled, where no number is said. */
const STALLED_DAYS = 14;
const MOST_DAYS = 3_650;

export function readFilter(place: Place, rest: string): Wanted {
  const { words, room } = place;
  const { shows, stages, verbs } = words;
  const { page, days, left: named } = readNumbers(place, plain(rest));
  const { found, left } = findTargets(targetsOf(place), named);
  const [stage] = found.flatMap((each) => (each.stage ? [each] : []));
  const [qualification] = found.flatMap((each) => (each.qualification ? [each] : []));
  const [requirement] = found.flatMap((each) => (each.requirements ? [each] : []));
  const stalled = days === null ? [] : [said(shows.stalledFilter, { days })];
  const open = requirement ? [said(shows.openFilter, { title: requirement.label })] : [];
  const typed = [
    stage && stages[stage.stage ?? "ready"][0],
    qualification?.qualification,
    requirement?.label,
  ];
  return {
    filter: {
      ...(stage?.stage ? { stage: stage.stage } : {}),
      ...(qualification?.qualification ? { qualification: qualification.qualification } : {}),
      ...(requirement?.requirements ? { requirements: requirement.requirements } : {}),
      ...(days === null ? {} : { stalledSince: daysBefore(room.now(), days) }),
    },
    shown: [...[stage, qualification].flatMap((each) => each?.label ?? []), ...open, ...stalled].join(", "),
    typed: [...typed, ...(days === null ? [] : [verbs.stalled[0], days])]
      .filter((word) => word !== undefined)
      .join(" "),
    page,
    left,
  };
}

/** Something to look for, with the one of three things that it is. */
interface Target extends Choice {
  readonly stage?: Stage;
  readonly qualification?: string;
  readonly requirements?: readonly string[];
}

/** A requirement that several qualifications have is looked for in all of them, unless one is said. */
function targetsOf({ words, room }: Place): Target[] {
  const editions = editionsOf(room.desk);
  const titles = titlesOf(room.desk);
  const rules = uniqueBy(
    editions.flatMap(({ requirements }) => [...requirements.values()].flat()),
    ({ name }) => name,
  ).map(({ name, event }) => ({ name, title: event.params.title }));
  const qualifications = uniqueBy(
    editions.flatMap(({ head }) => head.qualifications),
    ({ id }) => id,
  );
  const byTitle = new Map<string, string[]>();
  for (const { name, title } of rules) byTitle.set(title, [...(byTitle.get(title) ?? []), name]);
  return [
    ...STAGES.map((stage) => ({
      id: stage,
      label: words.stages[stage][0] ?? "",
      also: words.stages[stage],
      stage,
    })),
    ...qualifications.map(({ id, title, short }) => ({
      id,
      label: title,
      also: [short],
      qualification: id,
    })),
    ...[...byTitle].map(([title, names]) => ({ id: title, label: title, also: [], requirements: names })),
    ...rules.map(({ name }) => ({
      id: name,
      label: titles.get(name) ?? name,
      also: [],
      requirements: [name],
    })),
  ];
}

/** What is left may be a part of what only one of them is called. */
function findTargets(targets: readonly Target[], text: string): { found: readonly Target[]; left: string } {
  const { found, left } = findChoices(text, targets);
  const targetOf = (id: string) => targets.filter((each) => each.id === id);
  const whole = found.flatMap(({ choice }) => targetOf(choice.id).slice(0, 1));
  const rest = left.replace(/\|/g, " ").replace(/\s+/g, " ").trim();
  if (rest === "") return { found: whole, left: rest };
  const near = targets.filter((each) => phrasesOf(each).some((phrase) => hasPhrase(phrase, rest)));
  const people = near.filter(({ requirements }) => !requirements);
  const [only, ...others] = people.length > 0 ? people : near;
  return only && others.length === 0 ? { found: [...whole, only], left: "" } : { found: whole, left: rest };
}

/** "page 2", "stalled", "stalled 30 days". */
function readNumbers({ words: { marks, verbs } }: Place, text: string) {
  let left = text;
  const take = (pattern: RegExp) => {
    const found = pattern.exec(left);
    if (found) left = left.replace(pattern, " ");
    return found;
  };
  const any = (phrases: readonly string[]) => `(?:${phrases.map(plain).join("|")})`;
  const page = take(new RegExp(`(?<!\\S)${any(marks.page)} (\\d{1,6})(?!\\S)`));
  const stalled = take(
    new RegExp(`(?<!\\S)${any(verbs.stalled)}(?: for)?(?: (\\d{1,6}))?(?: ${any(marks.days)})?(?!\\S)`),
  );
  const days = stalled ? Math.min(MOST_DAYS, Number(stalled[1] ?? STALLED_DAYS)) : null;
  return { left: left.replace(/\s+/g, " ").trim(), days, page: Math.max(1, Number(page?.[1] ?? 1)) };
}

/** Of those with the same key the last: everybody's edition comes after those that some people stay on. */
function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
