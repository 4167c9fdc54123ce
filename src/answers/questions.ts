/** The single questions of a message that asks several, and whether a text is a question, or words at all. */

/** More are not answered one by one: then the message is read as a whole. */
const MOST = 3;
const FEWEST_WORDS = 2;

/** The parts of a text that are questions of their own; the whole where it is one. */
export function partsOf(text: string, asking: readonly string[]): string[] {
  const opener = asking.map((each) => each.replace(/[^\p{L}\p{N} ]/gu, "")).join("|");
  const joint = new RegExp(
    `(?:[?!.;]+\\s+|\\n+|,?\\s+(?:and|also|plus)\\s+(?:also\\s+)?(?=(?:${opener})\\s))`,
    "iu",
  );
  const parts = text
    .split(joint)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= FEWEST_WORDS);
  return parts.length > 1 && parts.length <= MOST ? parts : [text];
}

/** Of its characters this share are brackets and the like: then it is markup or code, whatever words are in it. */
const CODE = 0.2;
/** No sentence ends like this; statements do. */
const STATEMENT = /[;{}=]\s*$/;

export function isCode(text: string): boolean {
  if (STATEMENT.test(text)) return true;
  const marks = text.match(/[<>{}()[\]=;|\\$`*]/g)?.length ?? 0;
  return marks > text.length * CODE;
}

/** It begins as a question does, or its last clause does. */
export function beginsAsQuestion(text: string, asking: readonly string[]): boolean {
  const plain = spoken(text);
  return [plain, plain.split(CLAUSE).at(-1) ?? ""].some((clause) =>
    asking.some((each) => clause.startsWith(`${each} `)),
  );
}

/** It ends as a question does, or begins as one does and is longer than an answer would be. */
export function isQuestion(text: string, asking: readonly string[]): boolean {
  const plain = spoken(text);
  const begins = beginsAsQuestion(text, asking);
  return begins ? /\?\s*$/.test(plain) || plain.split(/\s+/).length > 3 : /\S\s+\S.*\?\s*$/.test(plain);
}

const CLAUSE = /[,.;:!]\s+/;

function spoken(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/['\u2019]/g, "");
}
