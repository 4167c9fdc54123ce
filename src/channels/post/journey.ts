/** The way of one reply: message after message, and from where it stopped where it had to stop between two. */
import { z } from "zod";
import type { Letter, Outcome } from "../../chat/channel.ts";

/** The newest message of a conversation, kept with it. */
const liveSchema = z.object({
  conversation: z.string().describe("As the platform names it"),
  id: z.string(),
  number: z.number().describe("Of the reply that it shows"),
});
export type Live = z.infer<typeof liveSchema>;

/** Where its messages go. */
export type Place = "there" | "direct";

/** How far it has got. It is kept with the conversation, so that whoever tries next goes on from there. */
const stageSchema = z.object({
  number: z.number().describe("Of the reply"),
  place: z.enum(["there", "direct"]),
  arrived: z.number().describe("How many of its steps are done; they are not done again"),
  id: z.string().nullable().describe("Of its newest message"),
  before: liveSchema.nullable().describe("The message that was the newest before it"),
});
export type Stage = z.infer<typeof stageSchema>;

export function stageOf({ before: left, number }: Letter, place: Place): Stage {
  const { data: kept } = stageSchema.safeParse(left);
  if (kept?.number === number && kept.place === place) return kept;
  const before = kept?.before ?? liveSchema.safeParse(left).data ?? null;
  return { number, place, arrived: 0, id: null, before };
}

/** Did an earlier try find that it has to go directly? */
export function isGoingDirectly(letter: Letter): boolean {
  return stageOf(letter, "direct").arrived > 0;
}

/** `skips`: how many of the steps after it are not needed any more. */
export type Taken = { readonly kind: "taken"; readonly id?: string; readonly skips?: number };
export type Step = () => Promise<Taken | Outcome>;

/** Milliseconds from the beginning of a try in which a step may begin: a call to a platform may take eight of its ten seconds. */
const BEGIN = 1_500;

export interface Walk {
  readonly signal: AbortSignal;
  /** Milliseconds since some moment. */
  passed(): number;
}

/** The stage at the end of all steps, or an outcome that holds how far it got. */
export async function walk(
  { signal, passed }: Walk,
  from: Stage,
  steps: readonly Step[],
): Promise<Stage | Outcome> {
  const start = passed();
  let { arrived, id } = from;
  while (arrived < steps.length) {
    const isLate = signal.aborted || passed() - start > BEGIN;
    const taken = isLate ? MORE : await (steps[arrived] as Step)();
    if (taken.kind !== "taken") return halted(taken, { ...from, arrived, id });
    arrived += 1 + (taken.skips ?? 0);
    id = taken.id ?? id;
  }
  return { ...from, arrived, id };
}

const MORE: Outcome = { kind: "later", reason: "the rest of it follows", afterSeconds: 0, isHeld: true };

function halted(outcome: Outcome, stage: Stage): Outcome {
  return outcome.kind === "later" && stage.arrived > 0 ? { ...outcome, message: stage } : outcome;
}

/** What is left with the conversation at the end: the newest message, where there is one. */
export function left({ id, number }: Stage, conversation: string): { message?: Live } {
  return id === null ? {} : { message: { conversation, id, number } };
}
