/** What would be so, in words: what was supposed, what it would change against now, and the advice as it would be. */
import { type Advice, adviceFrom } from "../../advice/advise.ts";
import type { Edition } from "../../advice/edition.ts";
import { nextSteps } from "../../advice/next.ts";
import { liveQualifications } from "../../advice/standing.ts";
import { type Part, text } from "../../chat/reply.ts";
import type { Effect } from "../../interview/suppose-events.ts";
import { said, type Words } from "../../interview/words.ts";
import type { Desk, View } from "../view.ts";
import { adviceParts } from "./advice.ts";
import { changesOf } from "./changes.ts";
import { alreadyShown, newShown, notesOf, notSaid } from "./supposed.ts";

/** `after`: how the person would stand. Begins and ends with saying that nothing is changed. */
export async function whatIfParts(
  desk: Desk,
  before: View,
  after: View,
  effects: readonly Effect[],
): Promise<Part[]> {
  const { edition, interview } = desk;
  const words = interview.words.whatIf;
  const heading: Part = { kind: "heading", text: words.begins };
  const news = effects.filter(({ isAlready }) => !isAlready);
  const told = alreadyParts(desk, effects);
  if (news.length === 0) return [heading, text([...told, words.nothingNew].join(" "))];
  const [now, then] = [
    await adviceFrom(edition, before.record, before.standing),
    await adviceFrom(edition, after.record, after.standing),
  ];
  const moved = news.flatMap(({ part }) => (part.kind === "move" ? [part.qualification] : []));
  const live = moved.length > 0 ? moved : liveQualifications(after.standing.chosen);
  const parts = news.flatMap((effect) => newShown(desk, effect)).join("; ");
  const supposed = [said(words.supposed, { parts }), ...notesOf(news), ...told];
  return [
    heading,
    text([...supposed, ...notSaid(desk, after, news, live)].join(" ")),
    ...changesOf(edition, now, then, live, interview.words),
    ...recommendationParts(now, then, words),
    ...adviceThen(edition, then, live, moved, interview.words),
    text(words.ends),
  ];
}

function alreadyParts(desk: Desk, effects: readonly Effect[]): string[] {
  const words = desk.interview.words.whatIf;
  const parts = effects.flatMap((effect) => alreadyShown(desk, effect)).join("; ");
  if (parts === "") return [];
  const isAmount = effects.some(({ part, isAlready }) => isAlready && part.kind === "amount");
  return [said(words.already, { parts }), ...(isAmount ? [words.alreadyMore] : [])];
}

function recommendationParts(now: Advice, then: Advice, words: Words["whatIf"]): Part[] {
  const [before, after] = [recommendedIn(now), recommendedIn(then)];
  if (before === after) return [];
  return [text(said(words.recommendation, { before: before ?? words.none, after: after ?? words.none }))];
}

/** What is recommended now, by its title. */
function recommendedIn({ recommended, qualifications }: Advice): string | null {
  const first = recommended.find(({ strength }) => strength !== "later" && strength !== "alternative");
  return qualifications.find(({ id }) => id === first?.qualification)?.title ?? null;
}

/** As `gaps` says it; for qualifications that were moved to, theirs, and whether they are what is recommended. */
function adviceThen(
  edition: Edition,
  advice: Advice,
  live: readonly string[],
  moved: readonly string[],
  { advice: words, whatIf }: Words,
): Part[] {
  if (moved.length === 0) return adviceParts(edition, advice, live, { ...words, title: whatIf.advice });
  const shown = advice.qualifications.filter(({ id }) => moved.includes(id));
  const undone = shown.flatMap(({ requirements }) => requirements);
  const why = shown.map(({ title }) => said(whatIf.moveWhy, { title })).join(" ");
  const next = nextSteps(edition, undone, advice.problems, []);
  const recommended = shown.map(({ id, title }) => ({
    qualification: id,
    strength: "alternative" as const,
    why: besideRecommended(advice, title, whatIf),
  }));
  const strength = { ...words.strength, alternative: whatIf.moveStrength };
  return adviceParts(edition, { ...advice, why, next, recommended }, live, {
    ...words,
    title: whatIf.advice,
    strength,
  });
}

/** What would have to be otherwise for it to be recommended is not made up. */
function besideRecommended(advice: Advice, title: string, words: Words["whatIf"]): string {
  const recommended = recommendedIn(advice);
  if (recommended === null) return `${words.recommendedNone} ${advice.why}`;
  return recommended === title ? words.recommendedToo : said(words.recommendedIs, { title: recommended });
}
