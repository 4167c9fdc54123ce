/** Reads hours and minutes: "5 more hours of numeracy", "observed for 60 minutes by a specialist". */
import type { Surroundings, Understood } from "./kinds.ts";
import { readEntries } from "./line.ts";
import type { Question } from "./question.ts";
import { findDates } from "./reading/date.ts";
import { durationText, findDurations } from "./reading/duration.ts";
import { hasPhrase, plain, without } from "./reading/phrase.ts";
import { type Carried, type Clause, type Supposable, type Supposition, supposing } from "./supposed.ts";
import { said } from "./words.ts";

type Unit = "hours" | "minutes";

export function readAmount(clause: Clause, scope: Supposable): Understood<Supposition> | null {
  const around = supposing(scope);
  const { whatIf } = around.words;
  const typed = withoutLead(withoutMore(clause.typed, scope), scope);
  const durations = findDurations(durationText(typed));
  const unit = unitIn(typed);
  if (!unit) return null;
  const question = listMeant(clause, unit, scope);
  if (!question) return { problem: said(whatIf.whichList, { words: clause.typed }) };
  const hasTotal = has(clause.typed, question.totals?.words ?? []);
  // Two lengths beside one another may belong to two lists; the parts of a total do not.
  if (durations.length > 1 && !hasTotal) return null;
  const read = readEntries(pastOnly(typed, around), question, around);
  if ("problem" in read) return read;
  if (read.answer.leftOut !== "") return null;
  const isMore = has(clause.typed, Object.keys(whatIf.typed.more));
  const isTotal = question.totals !== undefined && !isMore && (hasTotal || isHaving(clause, scope));
  return { answer: [{ kind: "amount", question: question.id, entries: read.answer.entries, isTotal }] };
}

/** What the next clause may leave out. */
export function carriedOn(clause: Clause, supposed: Supposition, scope: Supposable): Carried {
  const amount = supposed.findLast(({ kind }) => kind === "amount");
  return {
    isHaving: isHaving(clause, scope),
    list: amount?.kind === "amount" ? amount.question : null,
    unit: amount ? unitIn(withoutMore(clause.typed, scope)) : null,
  };
}

/** The last of the words "had" and "did" decides; without one, what was said before. */
function isHaving({ typed, carried }: Clause, { interview }: Supposable): boolean {
  const { had, did } = interview.words.whatIf.typed;
  const last = (phrases: readonly string[]) =>
    Math.max(...phrases.map((phrase) => ` ${plain(typed)} `.lastIndexOf(` ${plain(phrase)} `)));
  const [having, doing] = [last(had), last(did)];
  return having === doing ? carried.isHaving : having > doing;
}

/** The list whose own words are there; else the one spoken of before, or the one counted in that unit. */
function listMeant({ typed, carried }: Clause, unit: Unit, { interview }: Supposable): Question | undefined {
  const lists = interview.questions.filter(({ fields = [] }) => fields.some(({ kind }) => isLength(kind)));
  const text = durations(durationText(typed));
  const counted = lists.map((question) => {
    const names = question.suppose?.names ?? question.log ?? [];
    return { question, count: names.filter((name) => hasPhrase(text, plain(name))).length };
  });
  const most = Math.max(0, ...counted.map(({ count }) => count));
  const named =
    most === 0 ? [] : counted.filter(({ count }) => count === most).map(({ question }) => question);
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  // "and 45 minutes in literacy" goes on; "and had 5 more hours" begins anew.
  const { more, had, did } = interview.words.whatIf.typed;
  const isGoingOn = carried.unit === unit && !has(typed, [...Object.keys(more), ...had, ...did]);
  const before = isGoingOn ? lists.find(({ id }) => id === carried.list) : undefined;
  if (before) return before;
  // Minutes of practice are told as minutes as well: only hours say by themselves what they are.
  return unit === "hours" ? lists.find((each) => each.fields?.some(({ kind }) => kind === unit)) : undefined;
}

/** "Half an hour" is said in hours, though it is told as minutes. */
function unitIn(typed: string): Unit | null {
  const [first] = findDurations(durationText(typed));
  return first && /h(?:ou)?rs?\b/i.test(typed) ? "hours" : (first?.unit ?? null);
}

function isLength(kind: string): kind is Unit {
  return kind === "hours" || kind === "minutes";
}

/** The text without its lengths of time, whose unit may be the name of a list. */
function durations(text: string): string {
  return findDurations(text).reduce((left, { words }) => without(left, words), text);
}

function has(typed: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => hasPhrase(plain(typed), plain(phrase)));
}

/** "5 more hours" is a length of time only without the word between. */
function withoutMore(typed: string, { interview }: Supposable): string {
  return Object.entries(interview.words.whatIf.typed.more).reduce(
    (text, [word, instead]) => text.replace(new RegExp(`\\b${word}\\b`, "gi"), instead),
    typed,
  );
}

/** "I had 3 observations of an hour": how many is understood at the beginning of an entry only. */
function withoutLead(typed: string, { interview }: Supposable): string {
  const { leads, had, did } = interview.words.whatIf.typed;
  const names = interview.questions.flatMap(({ suppose }) => suppose?.names ?? []);
  const words = typed.trim().split(/\s+/);
  const first = words.findIndex((word) => ![...leads, ...had, ...did, ...names].includes(plain(word)));
  return words.slice(Math.max(0, first)).join(" ");
}

/** A day that is still to come is no mistake here; it only does not matter. */
function pastOnly(typed: string, { today }: Surroundings): string {
  return findDates(typed, today)
    .filter(({ date }) => date > today)
    .reduce((text, { words }) => text.replace(words, " "), typed);
}
