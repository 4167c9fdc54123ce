/** What would change for a qualification: what would be met, what no longer, what stays open, and whether it can be started. */
import type { Advice, QualificationAdvice } from "../../advice/advise.ts";
import type { Edition } from "../../advice/edition.ts";
import type { Verdict } from "../../advice/verdict.ts";
import { type Part, text } from "../../chat/reply.ts";
import { quantity } from "../../facts/quantity.ts";
import { said, type Words } from "../../interview/words.ts";

/** A list for each qualification of `live`; without one, what there is to say of the role. */
export function changesOf(
  edition: Edition,
  now: Advice,
  then: Advice,
  live: readonly string[],
  words: Words,
): Part[] {
  const role = new Map(now.role.map((verdict) => [verdict.id, verdict]));
  const ofRole = metAndLost(role, then.role);
  const shown = then.qualifications.filter(({ id }) => live.includes(id));
  if (shown.length === 0) return [text(changeLines(ofRole, words).join(" "))];
  return shown.map((after, place) => {
    const before = now.qualifications.find(({ id }) => id === after.id);
    const known = new Map(before?.requirements.map((verdict) => [verdict.id, verdict]));
    const own = metAndLost(known, after.requirements);
    const changed = place === 0 ? [ofRole, own] : [own];
    const items = [
      ...changeLines(
        { met: changed.flatMap(({ met }) => met), lost: changed.flatMap(({ lost }) => lost) },
        words,
      ),
      openShown(edition, known, after.requirements, words),
      startShown(before, after, words),
    ];
    return { kind: "list", title: said(words.whatIf.wouldBe, { title: after.title }), items };
  });
}

type Known = ReadonlyMap<string, Verdict>;

interface Changed {
  readonly met: readonly Verdict[];
  readonly lost: readonly Verdict[];
}

function metAndLost(known: Known, verdicts: readonly Verdict[]): Changed {
  const changed = verdicts.filter(({ id, status }) => known.get(id)?.status !== status);
  return {
    met: changed.filter(({ status }) => status === "met"),
    lost: changed.filter(({ id }) => known.get(id)?.status === "met"),
  };
}

function changeLines({ met, lost }: Changed, { whatIf }: Words): string[] {
  return [
    met.length > 0 ? said(whatIf.met, { titles: titlesOf(met) }) : whatIf.nothingMet,
    ...(lost.length > 0 ? [said(whatIf.lost, { titles: titlesOf(lost) })] : []),
  ];
}

function titlesOf(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ title }) => title).join(", ");
}

/** Guidelines bar nobody: they stand in the advice below. */
function openShown(edition: Edition, known: Known, verdicts: readonly Verdict[], { whatIf }: Words): string {
  const open = verdicts.filter(
    ({ kind, status }) =>
      (status === "unmet" || status === "unknown") && kind !== "guideline" && kind !== "recommendation",
  );
  if (open.length === 0) return whatIf.nothingOpen;
  const titles = open.map((verdict) => openTitle(edition, known.get(verdict.id), verdict, whatIf)).join(", ");
  return said(whatIf.open, { titles });
}

/** "Practice hours (27.5 of 30 hours; now 22.5)" where the figure changes. */
function openTitle(
  { catalogue }: Edition,
  before: Verdict | undefined,
  { title, actual, required, unit }: Verdict,
  words: Words["whatIf"],
): string {
  const was = before?.actual ?? 0;
  if (typeof actual !== "number" || typeof required !== "number" || typeof was !== "number") return title;
  if (actual === was) return title;
  return said(words.openMore, {
    title,
    before: quantity(catalogue, was, undefined),
    after: quantity(catalogue, actual, undefined),
    required: quantity(catalogue, required, unit ?? undefined),
  });
}

function startShown(
  before: QualificationAdvice | undefined,
  { canStart }: QualificationAdvice,
  { advice, whatIf }: Words,
): string {
  const start = advice.canStart[canStart];
  if (!before || before.canStart === canStart) return start;
  return `${start} ${said(whatIf.startNow, { start: advice.canStart[before.canStart] })}`;
}
