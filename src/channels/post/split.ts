/** Cuts long text where it hurts least: at the end of a line, of a sentence, of a word. */

/** Pieces of at most `most` characters that together say all of it. */
export function split(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = cutBefore(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== "" || pieces.length === 0) pieces.push(rest);
  return pieces;
}

/** No cut leaves more than half of a piece empty for the sake of a better place. */
function cutBefore(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  for (const end of ["\n", ". ", "; ", " "]) {
    const at = head.lastIndexOf(end);
    if (at >= most / 2) return at + (end === "\n" ? 1 : end.length - 1);
  }
  // Never between the two halves of one character.
  const last = text.charCodeAt(most - 1);
  return last >= 0xd800 && last <= 0xdbff ? most - 1 : most;
}

/** The text as it is where it fits; else its beginning, for labels whose whole text stands beside them. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${split(text, most - 1)[0] ?? ""}…`;
}
