/** The figures of the leaflet by hand, from the contract and the fact sheet, not from rules/: for someone who told all. */

export interface Practice {
  readonly hours: number;
  readonly area: string;
  readonly with: readonly string[];
}
export interface Observation {
  readonly minutes: number;
  readonly area: string;
  readonly specialist: boolean;
  readonly inRole: boolean;
}
export type Test<Entry> = (entries: readonly Entry[]) => boolean;

export const LITERACY = ["literacy", "language", "literacy-language"];
const MIXED = ["literacy+numeracy", "language+numeracy"];
const isAny = (areas: readonly string[]) => (entry: { area: string }) => areas.includes(entry.area);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const hours = (entries: readonly Practice[], areas?: readonly string[]) =>
  sum(entries.filter(areas ? isAny(areas) : () => true).map((entry) => entry.hours));

export const PRACTICE: Record<string, Test<Practice>> = {
  "certificate.practice-hours": (entries) => hours(entries) >= 30,
  "certificate.practice-individuals": (entries) =>
    entries.some((entry) => entry.with.includes("individuals")),
  "certificate.practice-groups": (entries) => entries.some((entry) => entry.with.includes("groups")),
  "certificate-lln.practice-hours": (entries) => hours(entries) >= 40,
  "certificate-lln.practice-literacy-language": (entries) => hours(entries, LITERACY) >= 10,
  "certificate-lln.practice-numeracy": (entries) => hours(entries, ["numeracy"]) >= 10,
};

/** For the specialist certificate: 45 minutes or more, in the specialist role, by a specialist. */
const counting = (entries: readonly Observation[]) =>
  entries.filter((entry) => entry.minutes >= 45 && entry.inRole && entry.specialist);

/** A mixed session counts for one area, whichever is missing: so three numbers decide both areas. */
const areas = (entries: readonly Observation[]) => {
  const counted = counting(entries);
  const [literacy, numeracy, mixed] = [LITERACY, ["numeracy"], MIXED].map(
    (each) => counted.filter(isAny(each)).length,
  );
  return { literacy: literacy ?? 0, numeracy: numeracy ?? 0, mixed: mixed ?? 0 };
};

export const OBSERVATIONS: Record<string, Test<Observation>> = {
  "certificate.assessed-occasions": (entries) => entries.length >= 3,
  "certificate.assessed-minutes": (entries) => sum(entries.map((entry) => entry.minutes)) >= 180,
  "certificate-lln.observation-count": (entries) => counting(entries).length >= 4,
  "certificate-lln.observation-minutes": (entries) =>
    sum(counting(entries).map((entry) => entry.minutes)) >= 240,
  "certificate-lln.observation-literacy-language": (entries) =>
    areas(entries).literacy + areas(entries).mixed >= 1,
  "certificate-lln.observation-numeracy": (entries) => {
    const { literacy, numeracy, mixed } = areas(entries);
    const sparedForNumeracy = literacy > 0 ? mixed : Math.max(0, mixed - 1);
    return numeracy + sparedForNumeracy >= 1;
  },
};

/** These two look at what there is so far, whatever its length. */
export const SO_FAR: Record<string, Test<Observation>> = {
  "certificate-lln.observation-role": (entries) => entries.every((entry) => entry.inRole),
  "certificate-lln.observation-specialist": (entries) => entries.every((entry) => entry.specialist),
};
