/** Advice with what it rests on: who confirmed what, what is on the learner's own word, and what a provider decided. */
import { type Advice, adviceFrom } from "../../advice/advise.ts";
import { type Ground, groundsOf } from "../../advice/grounds.ts";
import type { Verdict } from "../../advice/verdict.ts";
import { quantity } from "../../facts/quantity.ts";
import { shownDate } from "../../interview/reading/date.ts";
import { said } from "../../interview/words.ts";
import { localDate } from "../date.ts";
import type { Desk, View } from "../view.ts";

/** Where nobody can see the person, and nobody ever confirmed anything, it is the advice as it is. */
export async function advised(desk: Desk, view: View): Promise<Advice> {
  const { edition } = desk;
  const { record, standing, marks, around } = view;
  const advice = await adviceFrom(edition, record, standing);
  if (!marks) return advice;
  const confirmations = marks.confirmed.map(({ evidence: key, byName: by, at }) => ({ key, by, at }));
  const grounds = await groundsOf(edition, record, confirmations, around.today);
  const marked = (verdict: Verdict): Verdict => {
    const lines = [
      ...groundLine(desk, verdict, grounds.get(verdict.id)),
      ...decisionLines(desk, verdict, marks),
    ];
    return lines.length === 0 ? verdict : { ...verdict, says: [verdict.says, ...lines].join(" ") };
  };
  return {
    ...advice,
    qualifications: advice.qualifications.map((each) => ({
      ...each,
      requirements: each.requirements.map(marked),
    })),
  };
}

function groundLine({ edition, cohortWords }: Desk, verdict: Verdict, ground: Ground | undefined): string[] {
  if (!ground) return [];
  const { grounds } = cohortWords;
  const names = ground.by.join(", ");
  const date = ground.at === null ? "" : dayShown(ground.at);
  switch (ground.kind) {
    case "word":
      return [grounds.word];
    case "confirmed":
      return [said(grounds.confirmed, { names, date })];
    case "part": {
      const { actual } = ground;
      const isAmount = typeof actual === "number" && verdict.unit !== null;
      if (!isAmount) return [said(grounds.partly, { names, date })];
      const amount = quantity(edition.catalogue, actual, verdict.unit ?? undefined);
      return [said(grounds.part, { amount, names, date })];
    }
  }
}

function decisionLines(
  { edition, cohortWords }: Desk,
  { id }: Verdict,
  { decided }: NonNullable<View["marks"]>,
): string[] {
  return decided.flatMap(({ topic, byName: name, at, reason }) => {
    const reading = edition.readings.find((each) => each.id === topic);
    if (!reading?.decision || !reading.requirements.includes(id)) return [];
    return [said(cohortWords.grounds.decided, { what: reading.decision, name, date: dayShown(at), reason })];
  });
}

export function dayShown(at: string): string {
  return shownDate(localDate(new Date(at)));
}
