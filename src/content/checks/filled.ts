/** Which placeholders the program fills in which wording. Where a wording is not named here, it fills none. */
import type { Words } from "../../interview/words.ts";

type Table<Part extends keyof Words> = Readonly<
  Partial<Record<keyof Words[Part] & string, readonly string[]>>
>;

/** Of conversations/messages.json, by part and name: what the calls of `said` for it pass. */
export const FILLED_WORDS: {
  readonly says: Table<"says">;
  readonly problems: Table<"problems">;
  readonly advice: Table<"advice">;
  readonly whatIf: Table<"whatIf">;
} = {
  says: {
    privacy: ["published", "where"],
    noted: ["title", "answer"],
    leftOut: ["words"],
    forItem: ["item", "ask"],
    whyBecause: ["settles"],
    meantCommand: ["command"],
    itemsSoFar: ["title", "items"],
    level: ["level"],
    changeNotFound: ["words"],
    refusedMore: ["count"],
    reviewLine: ["title", "answer"],
    soFar: ["why"],
    tooLong: ["length", "most"],
    progress: ["done", "of"],
    checkAsk: ["says"],
    conflictAsk: ["title"],
    conflictAnswer: ["channel", "answer"],
    conflictKept: ["title", "answer"],
    linkCode: ["code", "minutes"],
    linkLocked: ["minutes"],
    linked: ["channel"],
    linkTaken: ["titles"],
    linkDiffer: ["count", "channel"],
    fault: ["turn"],
  },
  problems: {
    choice: ["choices"],
    choiceUnclear: ["choices"],
    number: ["example"],
    tooMuch: ["number", "most"],
    tooLittle: ["number", "least"],
    duration: ["example"],
    bareMinutes: ["number"],
    date: ["example"],
    futureDate: ["date"],
    item: ["example"],
    areasExceedTotal: ["parts", "total"],
    tooManyItems: ["count", "most"],
    lineTooLong: ["most"],
    nothingToRemove: ["count"],
  },
  advice: {
    requirements: ["title"],
    credits: ["done", "needed", "left"],
    level2: ["done", "cap"],
    plans: ["credits"],
    plan: ["units", "newCredits", "hours"],
    morePlans: ["count"],
    unusable: ["done", "usable", "totals"],
    source: ["title", "publisher", "published", "caution"],
  },
  whatIf: {
    notRead: ["words"],
    whichList: ["words"],
    supposed: ["parts"],
    notSaid: ["asks"],
    answered: ["title", "answer"],
    withMore: ["title", "entries"],
    inAll: ["title", "total", "entries"],
    moved: ["title"],
    atLeast: ["title", "total"],
    already: ["parts"],
    wouldBe: ["title"],
    met: ["titles"],
    lost: ["titles"],
    open: ["titles"],
    openMore: ["title", "before", "after", "required"],
    startNow: ["start"],
    recommendation: ["before", "after"],
    moveWhy: ["title"],
    recommendedIs: ["title"],
  },
};

interface Filled {
  readonly file: RegExp;
  readonly path: RegExp;
  readonly names: readonly string[];
}

/** Of rules/ and of the interviews in conversations/, by place. */
export const FILLED_PLACES: readonly Filled[] = [
  {
    file: /\/requirements\/[^/]+$/,
    path: /\.messages\.\w+$/,
    names: ["actual", "required", "remaining", "number"],
  },
  { file: /\/edition\.json$/, path: /\.start\.\w+$/, names: ["gates"] },
  { file: /\/facts\.json$/, path: /\.past\.says$/, names: ["entry", "value"] },
  { file: /\/facts\.json$/, path: /\.most\.says$/, names: ["entry", "value", "most"] },
  { file: /\/facts\.json$/, path: /\.repeated\.says$/, names: ["entry", "first"] },
  { file: /\/problems\.json$/, path: /^units\./, names: ["unit", "level", "listed"] },
  { file: /\/interview[^/]*\.json$/, path: /\.fields\[\d+\]\.label$/, names: ["value"] },
];
