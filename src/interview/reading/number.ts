/** Reads numbers as people type them: "about three", "7,5", "half", "a couple". */
import { plain } from "./phrase.ts";

const NUMBERS: Readonly<Record<string, string>> = {
  zero: "0",
  no: "0",
  none: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  thirteen: "13",
  fourteen: "14",
  fifteen: "15",
  sixteen: "16",
  seventeen: "17",
  eighteen: "18",
  nineteen: "19",
  twenty: "20",
  thirty: "30",
  forty: "40",
  fifty: "50",
  sixty: "60",
  seventy: "70",
  eighty: "80",
  ninety: "90",
};

/** Number words as digits: "twenty five and a half" becomes "25.5". Thousands commas go, decimal commas become points. */
export function withDigits(typed: string): string {
  return plain(
    typed
      .replace(/(\d),(\d{3})(?!\d)/g, "$1$2")
      .replace(/(\d),(\d)/g, "$1.$2")
      .replace(/½/g, ".5")
      .replace(/(\d)1⁄2/g, "$1.5"),
  )
    .split(" ")
    .map((word) => NUMBERS[word] ?? word)
    .join(" ")
    .replace(/\b([2-9]0) ([1-9])\b(?! ?[:.\d])/g, (_, tens: string, ones: string) =>
      String(Number(tens) + Number(ones)),
    )
    .replace(/\b(?:a )?couple(?: of)?\b/g, "2")
    .replace(/\b(\d+) and a half\b/g, "$1.5");
}

/** The only number in the text, or null where there is none, more than one, or one beyond all measure. */
export function readNumber(typed: string): number | null {
  const found = withDigits(typed).match(/\d*\.?\d+/g);
  const number = found?.length === 1 ? Number(found[0]) : Number.NaN;
  if (!(number < 1e9)) return null;
  return isNegative(typed) ? -number : number;
}

/** "-5 hours": a sign before a number, which plain text has no place for. */
export function isNegative(typed: string): boolean {
  return /(?:^|\s)[-−–]\s?\.?\d/.test(typed);
}
