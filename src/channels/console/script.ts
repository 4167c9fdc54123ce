/** The conversation for scripts: one JSON object a line in, one a line out, in order. */
import { createInterface } from "node:readline";
import { z } from "zod";
import { type Reply, text } from "../../chat/reply.ts";
import { readJson, sentenceOf } from "../../facts/flaw.ts";
import type { Door } from "./door.ts";

const lineSchema = z.strictObject({
  as: z.string().min(1).max(200).optional(),
  text: z.string().optional(),
  choose: z.union([z.string(), z.array(z.string())]).optional(),
  question: z.string().optional(),
});

/** `person` speaks until a line says `as` somebody else. A line that is not understood is answered and changes nothing. */
export async function answerLines(
  door: Door,
  input: NodeJS.ReadableStream,
  write: (line: string) => void,
  person: string,
): Promise<void> {
  let speaking = person;
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
    const { as, text: typed, choose, question } = read.value;
    if (as) speaking = `console:${as}`;
    if (choose !== undefined) {
      const said = { choose: [choose].flat(), ...(question === undefined ? {} : { question }) };
      print(await door.receive(said, speaking));
    } else if (typed !== undefined) print(await door.receive({ text: typed }, speaking));
    else
      print({ parts: [text(as ? `Speaking as ${as}.` : 'A line needs "text" or "choose".')], prompt: null });
  }
}
