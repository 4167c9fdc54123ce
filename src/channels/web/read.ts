/** Reads what a form of the page sends as a turn. */
import { z } from "zod";
import type { Utterance } from "../../chat/turn.ts";
import { PERSONAS, type Persona } from "./session.ts";

/** A form's values, each as often as it was sent. */
export type Sent = Readonly<Record<string, readonly string[]>>;

export interface SentTurn {
  /** Made when the form was drawn, so that sending it twice is heard once. */
  readonly id: string;
  readonly persona: Persona;
  readonly said: Utterance;
}

/** What an input holds is a few words; nobody types more, and what is kept is shown again. */
const LONGEST_INPUT = 400;
const FILLED = /^fill\.(.+)$/;

const sentSchema = z.object({
  turn: z.tuple([z.string().regex(/^[\w-]{8,64}$/)]),
  as: z.tuple([z.enum(PERSONAS)]).default(["trainee"]),
  text: z.tuple([z.string()]).optional(),
  choose: z.array(z.string().max(200)).max(100).optional(),
  question: z.tuple([z.string().max(200)]).optional(),
  file: z.tuple([z.string()]).optional(),
});

/** null where it is not what a form of ours sends. What is typed wins over nothing typed; a button over both. */
export function readSent(sent: Sent): SentTurn | null {
  const read = sentSchema.safeParse(sent);
  if (!read.success) return null;
  const { turn, as, ...rest } = read.data;
  const fill = filledIn(sent);
  if (Object.values(fill).some((values) => values.some(({ length }) => length > LONGEST_INPUT))) return null;
  const said = utteranceIn(rest, fill);
  return said ? { id: turn[0], persona: as[0], said } : null;
}

function utteranceIn(
  { text, choose, question, file }: Omit<z.infer<typeof sentSchema>, "turn" | "as">,
  fill: Record<string, readonly string[]>,
): Utterance | null {
  const about = question?.[0];
  if (file) return { file: file[0] };
  if (choose) return { choose, ...(about === undefined ? {} : { question: about }) };
  if (about !== undefined && Object.keys(fill).length > 0) return { fill, question: about };
  return text ? { text: text[0] } : null;
}

function filledIn(sent: Sent): Record<string, readonly string[]> {
  const inputs = Object.entries(sent).flatMap(([name, values]) => {
    const id = FILLED.exec(name)?.[1];
    return id === undefined ? [] : [[id, values] as const];
  });
  return Object.fromEntries(inputs);
}
