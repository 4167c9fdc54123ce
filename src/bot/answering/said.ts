/** An answer in words: what the source says, where it stands there, what is known from elsewhere, and how the person stands. */

import { liveQualifications } from "../../advice/standing.ts";
import { placeOf } from "../../advice/unit.ts";
import type { Verdict } from "../../advice/verdict.ts";
import type { Answered } from "../../answers/answers.ts";
import type { Entry } from "../../answers/entry.ts";
import { type Part, text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import { advised } from "../replies/marks.ts";
import type { Desk, View } from "../view.ts";

export async function answeredParts(desk: Desk, view: View, { band, entries }: Answered): Promise<Part[]> {
  const { says } = desk.answers.content;
  if (band === "choose") return [];
  if (entries.length === 0) return [text(says.unknown)];
  const standing = view.state.hasStarted ? await verdictsFor(desk, view, entries) : [];
  return [
    ...(entries.length > 1 ? [text(says.several)] : []),
    ...entries.flatMap((entry) => [
      text(entry.says),
      ...standing
        .filter(({ id }) => entry.requirements?.includes(id))
        .map(({ title, says: how }) => text(said(says.standing, { title, says: how }))),
      ...(entry.outside ? [text(said(says.outside, { text: entry.outside }))] : []),
      ...(entry.cites.length > 0
        ? [text(said(says.place, { places: entry.cites.map(placeOf).join("; ") }))]
        : []),
    ]),
  ];
}

/** What is settled of what the entries concern: for what fits the person, or else for any qualification. */
async function verdictsFor(desk: Desk, view: View, entries: readonly Entry[]): Promise<Verdict[]> {
  const wanted = new Set(entries.flatMap(({ requirements = [] }) => requirements));
  if (wanted.size === 0) return [];
  const { qualifications } = await advised(desk, view);
  const live = liveQualifications(view.standing.chosen);
  const told = qualifications.flatMap(({ id, requirements }) =>
    requirements
      .filter((verdict) => wanted.has(verdict.id) && (verdict.status === "met" || verdict.status === "unmet"))
      .filter(({ actual }) => actual !== null)
      .map((verdict) => ({ verdict, isLive: live.includes(id) })),
  );
  const fitting = told.filter(({ isLive }) => isLive);
  return (fitting.length > 0 ? fitting : told).map(({ verdict }) => verdict);
}
