/** Made-up learners, the same in every run: varied records of 5 to 15 entries, as people would tell them. */
import type { EditionContent } from "../src/advice/edition.ts";
import type { LearnerRecord } from "../src/record/record.ts";
import { type Random, randomFrom } from "./random.ts";

/** `isFullyTold`: every question answered without contradiction and every list closed, so that no verdict is unknown. */
export function learnersOf(
  content: EditionContent,
  count: number,
  { seed, isFullyTold = false }: { seed: number; isFullyTold?: boolean },
): LearnerRecord[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => learner(content, random, isFullyTold));
}

/** One learner telling more and more of their lists, which are now open, now said to be all of it. */
export function tellingMore(record: LearnerRecord, steps: number): LearnerRecord[] {
  const lists = ["units", "practice", "observations"] as const;
  return Array.from({ length: steps }, (_, step) => {
    const told = lists.map((list) => {
      const entries = (record[list] ?? []) as readonly unknown[];
      return [list, entries.slice(0, Math.ceil((entries.length * (step + 1)) / steps))] as const;
    });
    const isAll = step % 2 === 1;
    return { ...record, ...Object.fromEntries(told), practiceComplete: isAll, observationsComplete: isAll };
  });
}

function learner(content: EditionContent, random: Random, isFullyTold: boolean): LearnerRecord {
  const told = <T>(value: T, probability = 0.9) => (isFullyTold || random.chance(probability) ? value : null);
  const supports = random.pick(["general", "general", "lln", "lln", "ldd", "subject"]);
  const isDirected = random.chance(0.9);
  const isContradiction = !isFullyTold && random.chance(0.03);
  const level = () => told(random.whole(0, 3), 0.8);
  const entries = random.whole(5, 15);
  const observations = random.whole(0, Math.min(5, entries - 3));
  const units = random.whole(0, Math.min(8, entries - observations - 1));
  const practice = entries - observations - units;
  return {
    format: "signpost.record/1",
    edition: content.head.id,
    role: {
      setting: told(
        random.pick(["fe-college", "fe-college", "adult-community", "training-provider", "prison", "none"]),
      ),
      worksDirectlyWithLearners: told(random.chance(0.95)),
      directed: told(isDirected),
      leadsTheLearning: told(isDirected === isContradiction),
      promotesIndependence: told(random.chance(0.95)),
      locationMeetsStandards: told(random.chance(0.9), 0.7),
      contextAllowsStandards: told(random.chance(0.9), 0.7),
      supports: told(supports),
      areas: told(
        supports === "lln" ? random.pick([["literacy"], ["numeracy"], ["literacy", "numeracy"]]) : [],
      ),
      wantsToSpecialise: told(random.chance(0.5)),
      aim: told(random.pick(["small", "full", "unsure"])),
    },
    mentor: told(random.chance(0.8)),
    specialistAccess: told(random.chance(0.6)),
    skills: {
      english: { level: level() },
      maths: { level: level() },
      ict: { level: null },
      initialAssessment: told(random.chance(0.7), 0.8),
    },
    units: told(unitsOf(content, random, units, supports, isFullyTold)),
    practice: told(Array.from({ length: practice }, () => session(random, supports, told))),
    practiceComplete: isFullyTold || random.chance(0.7),
    observations: told(Array.from({ length: observations }, () => observation(random, supports, told))),
    observationsComplete: isFullyTold || random.chance(0.7),
  };
}

type Told = <T>(value: T, probability?: number) => T | null;

/** Units of the qualification that suits: done in order by some, here and there by others, now and then one twice. */
function unitsOf(
  content: EditionContent,
  random: Random,
  count: number,
  supports: string,
  isFullyTold: boolean,
): unknown[] {
  const suits = supports === "lln" ? "certificate-lln" : "certificate";
  const groups = content.units.groups.filter((group) => group.qualification === suits);
  const left = groups.flatMap((group) => group.units);
  const isInOrder = random.chance(0.3);
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const at = isInOrder ? 0 : random.whole(0, left.length - 1);
    const [id] = random.chance(0.01) ? left.slice(at, at + 1) : left.splice(at, 1);
    const levels = content.units.units.find((unit) => unit.id === id)?.levels ?? [];
    const level = isFullyTold || random.chance(0.7) ? random.pick(levels) : null;
    const status = isInOrder ? "achieved" : random.pick(["achieved", "achieved", "in-progress", "planned"]);
    return { unit: id, level, status };
  });
}

function session(random: Random, supports: string, told: Told): unknown {
  const areas =
    supports === "lln" ? ["literacy", "language", "literacy-language", "numeracy", "general"] : ["general"];
  return {
    hours: random.whole(1, 20) / 2,
    kind: told(random.pick(["employed", "voluntary", "placement"])),
    area: told(random.pick(areas)) ?? "unknown",
    with: told(random.pick([["individuals"], ["groups"], ["individuals", "groups"]])),
    date: told(day(random), 0.6),
  };
}

function observation(random: Random, supports: string, told: Told): unknown {
  const areas = supports === "lln" ? ["literacy", "language", "numeracy", "literacy+numeracy"] : ["general"];
  return {
    date: told(day(random)),
    minutes: told(random.pick([30, 45, 60, 60, 75, 90]), 0.95),
    area: told(random.pick(areas)),
    observer: told("course tutor"),
    observerIsSpecialist: told(supports === "lln" && random.chance(0.8), 0.8),
    inSpecialistRole: told(supports === "lln" && random.chance(0.8), 0.8),
  };
}

function day(random: Random): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `2010-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
}
