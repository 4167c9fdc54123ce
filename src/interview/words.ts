/** The wording of the conversation, from conversations/messages.json. A missing one is found when the file is read. */
import { z } from "zod";
import { fill } from "../facts/template.ts";

const sentence = z.string().min(1);
const phrases = z.array(z.string().min(1)).min(1);
const choice = z.strictObject({ label: sentence, also: z.array(z.string()) });

export const wordsSchema = z.strictObject({
  $schema: z.string().optional(),
  commands: z
    .strictObject({
      start: phrases,
      back: phrases,
      skip: phrases,
      why: phrases,
      change: phrases,
      review: phrases,
      gaps: phrases,
      stop: phrases,
      resume: phrases,
      help: phrases,
      export: phrases,
      forget: phrases,
      log: phrases,
      hello: phrases,
    })
    .describe("What people type; the first of each is the one that help shows"),
  answers: z.strictObject({
    yes: choice,
    no: choice,
    none: choice,
    done: choice,
    add: choice,
    right: choice,
    change: choice,
    show: choice,
  }),
  fillers: z.array(z.string()).describe("Words of a typed list entry that carry nothing"),
  says: z.strictObject({
    hello: sentence,
    helloAgain: sentence,
    privacy: sentence,
    noted: sentence,
    notedUnsure: sentence,
    leftOut: sentence,
    more: sentence,
    forItem: sentence,
    why: sentence,
    whyBecause: sentence,
    whyNothing: sentence,
    backTo: sentence,
    backNothing: sentence,
    changeWhich: sentence,
    changing: sentence,
    changeNotFound: sentence,
    review: sentence,
    reviewNothing: sentence,
    reviewAsk: sentence,
    reviewLine: sentence,
    soFar: sentence,
    stopped: sentence,
    resumed: sentence,
    nothingOpen: sentence,
    startedAfresh: sentence,
    startedFrom: sentence,
    forgetAsk: sentence,
    forgotten: sentence,
    exported: sentence,
    logHow: sentence,
    help: sentence,
    helpCommands: z.array(sentence).min(1),
    tooLong: sentence,
    empty: sentence,
    late: sentence,
    progress: sentence,
    notKnown: sentence,
    fault: sentence,
    checkAsk: sentence,
    checkNoted: sentence,
  }),
  problems: z.strictObject({
    yesNo: sentence,
    choice: sentence,
    choiceUnclear: sentence,
    number: sentence,
    tooMuch: sentence,
    tooLittle: sentence,
    duration: sentence,
    bareMinutes: sentence,
    date: sentence,
    futureDate: sentence,
    item: sentence,
    tooManyItems: sentence,
    lineTooLong: sentence,
    areasExceedTotal: sentence,
  }),
  advice: z.strictObject({
    title: sentence,
    nothing: sentence,
    strength: z.strictObject({
      primary: sentence,
      alternative: sentence,
      conditional: sentence,
      later: sentence,
    }),
    canStart: z.strictObject({
      yes: sentence,
      no: sentence,
      unknown: sentence,
      "not-for-this-role": sentence,
    }),
    next: sentence,
    nothingLeft: sentence,
    requirements: sentence,
    status: z.strictObject({
      met: sentence,
      unmet: sentence,
      unknown: sentence,
      "not-applicable": sentence,
    }),
    requirement: sentence,
    readings: sentence,
    credits: sentence,
    level2: sentence,
    plans: sentence,
    plan: sentence,
    morePlans: sentence,
    unusable: sentence,
    notes: sentence,
    problems: sentence,
    role: sentence,
    source: sentence,
  }),
});
export type Words = z.infer<typeof wordsSchema>;

export type Values = Readonly<Record<string, string | number>>;

/** Fills the placeholders of one wording. */
export function said(wording: string, values: Values = {}): string {
  return fill(wording, values);
}
