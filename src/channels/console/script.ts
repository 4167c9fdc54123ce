/** The conversation for scripts: one JSON object a line in, one a line out, in order. */
import { createInterface } from "node:readline";
import { z } from "zod";
import { type Reply, text } from "../../chat/reply.ts";
import type { Utterance } from "../../chat/turn.ts";
import { readJson, sentenceOf } from "../../facts/flaw.ts";
import type { Door } from "./door.ts";

const oneOrMore = z.union([z.string(), z.array(z.string())]);
const lineSchema = z.strictObject({
  as: z.string().min(1).max(200).optional(),
  text: z.string().optional(),
  choose: oneOrMore.optional(),
  fill: z.record(z.string(), oneOrMore).optional(),
  question: z.string().optional(),
});
type Line = z.infer<typeof lineSchema>;

/** `user` speaks until a line says `as` somebody else. A line that is not understood is answered and changes nothing. */
export async function answerLines(
  door: Door,
  input: NodeJS.ReadableStream,
  write: (line: string) => void,
  user: string,
): Promise<void> {
  let speaking = user;
  const print = ({ parts, prompt }: Reply) => write(`${JSON.stringify({ reply: { parts, prompt } })}\n`);
  for await (const line of createInterface({ input })) {
    if (line.trim() === "") continue;
    const read = readJson(lineSchema, line);
    if ("flaws" in read) {
      print({
        parts: [text(`That line was not understood. ${read.flaws.map(sentenceOf).join(". ")}`)],
        prompt: null,
      });
      continue;
    }
    const { as, ...said } = read.value;
    if (as) speaking = as;
    const utterance = utteranceIn(said);
    if (utterance) await door.receive(utterance, speaking, print);
    else
      print({ parts: [text(as ? `Speaking as ${as}.` : 'A line needs "text" or "choose".')], prompt: null });
  }
}

function utteranceIn({ text: typed, choose, fill, question }: Omit<Line, "as">): Utterance | null {
  if (choose !== undefined) {
    return { choose: [choose].flat(), ...(question === undefined ? {} : { question }) };
  }
  if (fill !== undefined && question !== undefined) {
    const values = Object.entries(fill).map(([id, value]) => [id, [value].flat()] as const);
    return { fill: Object.fromEntries(values), question };
  }
  return typed === undefined ? null : { text: typed };
}
