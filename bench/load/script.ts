/** What people do, step by step: a learner's interview with questions in between, and a manager's look at a team. */
import type { Dice } from "../../test/crash/dice.ts";

export type Step =
  /** Words, whatever stands open. */
  | { readonly kind: "say"; readonly words: string }
  /** Answers the question that stands open, by what can be pressed where something can. */
  | { readonly kind: "answer" }
  /** Joins a team that somebody has made, where there is one. */
  | { readonly kind: "join" };

const say = (words: string): Step => ({ kind: "say", words });

const QUESTIONS = [
  "Do voluntary hours count?",
  "how many observations do i need",
  "is it compulsory",
  "What do I need to join the specialist certificate?",
  "can my mentor watch me teach",
  "how long does it take to get the full certificate",
  "where is the nearest swimming pool",
];
const KINDS = ["one to one", "with groups", "with both"];
const NAMES = ["Amy", "Ben", "Cem", "Dora", "Eve", "Finn", "Gita", "Hana", "Ivo", "June"];
const FAMILIES = ["Khan", "Cole", "Lee", "Shah", "Stone", "Moss"];

/** About 25 steps. */
export function learnerSteps(dice: Dice): Step[] {
  const answers = Array.from({ length: 9 + dice.roll(5) }, () => answering(dice)).flat();
  const logged = Array.from({ length: 1 + dice.roll(2) }, () => [
    say(`log practice ${1 + dice.roll(9)} hours ${dice.pick(KINDS)}`),
    say("that is all"),
  ]).flat();
  return [
    say(dice.once(4) ? "hello" : "start"),
    ...answers,
    say("gaps"),
    ...logged,
    ...(dice.once(3) ? joining(dice) : []),
    say(dice.pick(QUESTIONS)),
    say("review"),
    ...(dice.once(2) ? [say("export")] : []),
    say("gaps"),
  ];
}

function answering(dice: Dice): Step[] {
  const asides: Step[] = dice.once(6) ? [say(dice.pick(["why", dice.pick(QUESTIONS)]))] : [];
  return [...asides, { kind: "answer" }];
}

function joining(dice: Dice): Step[] {
  const name = `${dice.pick(NAMES)} ${dice.pick(FAMILIES)}`;
  return [{ kind: "join" }, say(`agree as ${name}`), say("who sees me")];
}

/** A new team, and then one look at it after the other; its code stands in the reply to the first step. */
export function managerSteps(dice: Dice, team: number): Step[] {
  const looks = [
    "team",
    "team list",
    "team gaps",
    "team ready",
    "team list stalled 14",
    "team export",
    "team code",
  ];
  return [
    say(`team create Team ${team} as Priya Shah`),
    ...Array.from({ length: 60 }, () => say(dice.pick(looks))),
  ];
}
