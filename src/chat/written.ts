/** A file as it is written out in messages: whole, or where it is long and has a shorter form, that, with words about it. */
import { filled } from "./filled.ts";
import { type FilePart, LONGEST_WRITTEN_OUT, type Part, text } from "./reply.ts";

/** `shorter`: the words, with a place for the {name}. */
export function writtenOut(file: FilePart, shorter: string): Part[] {
  const { name, content, brief } = file;
  if (brief === undefined || content.length <= LONGEST_WRITTEN_OUT) return [file];
  return [text(filled(shorter, { name })), { ...file, content: brief }];
}
