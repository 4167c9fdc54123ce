/** The conversation in a terminal: one typed line is one turn. Piped lines work the same, and are echoed. */
import { createInterface } from "node:readline";
import type { Reply } from "../../chat/reply.ts";
import type { Utterance } from "../../chat/turn.ts";
import type { Door } from "./door.ts";
import { renderReply } from "./render.ts";

export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  write(text: string): void;
  /** For whoever runs the program: standard error. */
  complain(line: string): void;
  readonly hasColour: boolean;
}

/** Talks until the person stops or the input ends. `opening` is what the conversation begins with. */
export async function talk(door: Door, terminal: Terminal, opening: Utterance, user: string): Promise<void> {
  const show = (reply: Reply) => terminal.write(`\n${renderReply(reply, terminal.hasColour)}`);
  const ask = () => terminal.write("\n> ");
  await door.receive(opening, user, show);
  ask();
  for await (const line of createInterface({ input: terminal.input })) {
    if (!terminal.input.isTTY) terminal.write(`${shownLine(line)}\n`);
    const reply = await door.receive({ text: line }, user, show);
    if (reply.isFarewell) return;
    ask();
  }
  terminal.write("\n");
}

function shownLine(line: string): string {
  return line.length > 200 ? `${line.slice(0, 200)} …` : line;
}
