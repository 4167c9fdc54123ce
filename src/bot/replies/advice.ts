/** Advice in words: the answer first, then whether it can be started, what is left, and where each line stands. */
import { type Advice, adviceFrom, type QualificationAdvice } from "../../advice/advise.ts";
import { optionalGroup } from "../../advice/credits.ts";
import type { Edition } from "../../advice/edition.ts";
import type { Plan } from "../../advice/plan.ts";
import { liveQualifications, type Standing } from "../../advice/standing.ts";
import { unitOf } from "../../advice/unit.ts";
import type { Verdict } from "../../advice/verdict.ts";
import { type Field, type Part, text } from "../../chat/reply.ts";
import { said, type Words } from "../../interview/words.ts";
import type { LearnerRecord } from "../../record/record.ts";
import type { Desk } from "../view.ts";

/** How many plans are shown; the rest are counted. */
const PLANS_SHOWN = 3;

/** Advice on a record that was judged already, in words. */
export async function adviceOn(
  { edition, interview }: Pick<Desk, "edition" | "interview">,
  record: LearnerRecord,
  standing: Standing,
): Promise<Part[]> {
  const advice = await adviceFrom(edition, record, standing);
  return adviceParts(edition, advice, liveQualifications(standing.chosen), interview.words.advice);
}

/** `live` are the qualifications that are shown requirement by requirement. */
export function adviceParts(
  edition: Edition,
  advice: Advice,
  live: readonly string[],
  words: Words["advice"],
): Part[] {
  const { next } = advice;
  return [
    { kind: "heading", text: words.title },
    text(advice.why),
    ...listed(
      words.problems,
      advice.problems.map(({ says }) => says),
    ),
    ...recommendedParts(advice, words),
    next.length > 0 ? { kind: "list", title: words.next, items: next } : text(words.nothingLeft),
    rolePart(advice, words),
    ...live
      .flatMap((id) => advice.qualifications.find((each) => each.id === id) ?? [])
      .flatMap((each) => qualificationParts(edition, each, words)),
    ...listed(
      words.notes,
      advice.notes.map(({ says, cites }) => placed(says, cites)),
    ),
    ...readingParts(edition, advice, live, words),
    text(sourceLine(edition, words)),
  ];
}

/** What the advice rests on, from when that is, and who decides. */
export function sourceLine({ head }: Edition, words: Words["advice"]): string {
  const { title, publisher, published, caution } = head;
  return said(words.source, { title, publisher, published, caution });
}

function recommendedParts({ recommended, qualifications }: Advice, words: Words["advice"]): Part[] {
  if (recommended.length === 0) return [text(words.nothing)];
  const items = recommended.map(({ qualification, strength, why }) => {
    const advised = qualifications.find(({ id }) => id === qualification);
    if (!advised)
      throw new Error(`recommend.json recommends "${qualification}", which the edition does not have`);
    const start = strength === "later" ? "" : ` ${words.canStart[advised.canStart]} ${advised.why}`;
    return `${words.strength[strength]}: ${advised.title}. ${why}${start}`;
  });
  return [{ kind: "list", items }];
}

function qualificationParts(edition: Edition, advised: QualificationAdvice, words: Words["advice"]): Part[] {
  const { requirements, title } = advised;
  const items = requirements.map((verdict) => verdictField(verdict, words));
  return [
    { kind: "fields", title: said(words.requirements, { title }), items },
    text(creditsLine(edition, advised, words)),
    ...planParts(edition, advised, words),
  ];
}

/** What is left is what the mandatory units lack and what a set of optional ones lacks: not all held credits fit one. */
function creditsLine(
  edition: Edition,
  { id, credits, requirements }: QualificationAdvice,
  words: Words["advice"],
): string {
  const { mandatory, optional, total, level2 } = credits;
  const counted = edition.head.qualifications.find((each) => each.id === id)?.counts.mandatory;
  if (requirements.find((each) => each.id === counted)?.actual === null) return words.creditsUnknown;
  const left =
    Math.max(0, mandatory.needed - mandatory.done) + Math.max(0, optional.needed - optional.usableInExactSet);
  const line = said(words.credits, { done: total.done, needed: total.needed, left });
  return level2.cap === null ? line : `${line} ${said(words.level2, { done: level2.done, cap: level2.cap })}`;
}

export function planParts(
  edition: Edition,
  { id, plans, credits }: QualificationAdvice,
  words: Words["advice"],
): Part[] {
  const { done, usableInExactSet: usable, needed } = credits.optional;
  const totals = optionalGroup(edition, id)?.totals.join(" or ") ?? "";
  const isShort = done > usable && usable < needed;
  const unusable = isShort ? [text(said(words.unusable, { done, usable, totals }))] : [];
  const [first] = plans;
  if (!first || usable >= needed) return unusable;
  const items = plans.slice(0, PLANS_SHOWN).map((plan) => planLine(edition, plan, words));
  return [
    ...unusable,
    {
      kind: "list",
      title: said(words.plans, { credits: first.credits }),
      items: [...items, said(words.morePlans, { count: plans.length })],
    },
  ];
}

function planLine(edition: Edition, { units, newCredits }: Plan, words: Words["advice"]): string {
  const perCredit = edition.catalogue.measures.find(({ id }) => id === "credits")?.hoursEach ?? 0;
  const titles = units.map((id) => `${id} ${unitOf(edition.units, id)?.title ?? ""}`.trim()).join(" + ");
  return said(words.plan, { units: titles, newCredits, hours: newCredits * perCredit });
}

/** The three parts of the role: they are met or not, and nothing is left to do about them. */
export function rolePart({ role }: Advice, words: Words["advice"]): Part {
  const status = { ...words.status, unmet: words.roleUnmet };
  const items = role.map((verdict) => verdictField(verdict, { ...words, status }));
  return { kind: "fields", title: words.role, items };
}

export function verdictField({ status, title, says, cites }: Verdict, words: Words["advice"]): Field {
  const mark = { status, word: words.status[status] };
  return { label: title, text: says, mark, ...(cites.length > 0 ? { place: cites.join("; ") } : {}) };
}

/** The readings on which the role and what is still open rest: the ones that this person may have to ask about. */
function readingParts(
  edition: Edition,
  advice: Advice,
  live: readonly string[],
  words: Words["advice"],
): Part[] {
  const shown = advice.qualifications.filter(({ id }) => live.includes(id));
  const verdicts = shown.flatMap(({ requirements }) => requirements);
  const open = verdicts.filter(({ status }) => status === "unmet" || status === "unknown");
  const rested = new Set([...advice.role, ...open].map(({ reading }) => reading));
  const readings = edition.readings.filter(({ id }) => rested.has(id));
  return listed(
    words.readings,
    readings.map(({ title, says }) => `${title}: ${says}`),
  );
}

function placed(says: string, cites: readonly string[]): string {
  return cites.length > 0 ? `${says} (${cites.join("; ")})` : says;
}

function listed(title: string, items: readonly string[]): Part[] {
  return items.length > 0 ? [{ kind: "list", title, items }] : [];
}
