/** What a requirement rests on: the learner's own word, or evidence that somebody confirmed. It never changes a verdict. */
import { certain, type Scalar } from "../facts/value.ts";
import { evidenceIn, withEvidence } from "../record/evidence.ts";
import type { LearnerRecord } from "../record/record.ts";
import type { Edition } from "./edition.ts";
import { type Standing, stand } from "./standing.ts";

/** That a piece of evidence is right. */
export interface Confirmation {
  /** Of the evidence. */
  readonly key: string;
  /** What whoever confirmed it is called. */
  readonly by: string;
  /** ISO time */
  readonly at: string;
}

/** `word`: met, on nothing that was confirmed. `part`: so much of it is confirmed. `confirmed`: met by that alone. */
export interface Ground {
  readonly kind: "word" | "part" | "confirmed";
  /** What would be certain with confirmed evidence alone. */
  readonly actual: Scalar | null;
  /** Who confirmed what it rests on, and when the last of it was. Empty for `word`. */
  readonly by: readonly string[];
  readonly at: string | null;
}

/**
 * By requirement; those that rest on no evidence have none. The same rules judge the record with confirmed evidence alone,
 * and with none of each kind, which shows what each rests on. `today` is an ISO date.
 */
export async function groundsOf(
  edition: Edition,
  record: LearnerRecord,
  confirmations: readonly Confirmation[],
  today: string,
): Promise<ReadonlyMap<string, Ground>> {
  const { catalogue } = edition;
  const evidence = evidenceIn(catalogue, record);
  const kinds = [...new Set(evidence.map(({ of }) => of))];
  const confirmed = new Map(confirmations.map((each) => [each.key, each]));
  const judged = async (isThere: Parameters<typeof withEvidence>[2]) =>
    figuresOf(await stand(edition, withEvidence(catalogue, record, isThere), today));
  const all = await judged(() => true);
  const alone = await judged(({ key }) => confirmed.has(key));
  const without = new Map<string, Figures>();
  for (const kind of kinds) without.set(kind, await judged(({ of }) => of !== kind));
  const grounds = new Map<string, Ground>();
  for (const [id, now] of all) {
    const rests = kinds.filter((kind) => !isSame(without.get(kind)?.get(id), now));
    if (rests.length === 0) continue;
    const used = evidence.flatMap(({ of, key }) => (rests.includes(of) ? (confirmed.get(key) ?? []) : []));
    const then = alone.get(id);
    const isMet = then?.status === "met" && used.length > 0;
    if (!isMet && now.status !== "met" && used.length === 0) continue;
    grounds.set(id, {
      kind: isMet ? "confirmed" : used.length > 0 ? "part" : "word",
      actual: then?.actual ?? null,
      by: [...new Set(used.map(({ by }) => by))],
      at:
        used
          .map((each) => each.at)
          .sort()
          .at(-1) ?? null,
    });
  }
  return grounds;
}

interface Figure {
  readonly status: string;
  readonly actual: Scalar | null;
}

type Figures = ReadonlyMap<string, Figure>;

function figuresOf({ judgements }: Standing): Figures {
  const all = [...judgements.requirements.values()].flat();
  return new Map(
    all
      .filter(({ isApplicable }) => isApplicable)
      .map(({ rule, judgement: { status, measure } }) => [
        rule.name,
        { status, actual: certain(measure.actual) },
      ]),
  );
}

function isSame(one: Figure | undefined, other: Figure): boolean {
  return one?.status === other.status && one.actual === other.actual;
}
