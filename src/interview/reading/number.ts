/** Reads numbers as people type them: "about three", "7,5", "half", "a couple". */
import { plain } from "./phrase.ts";

const NUMBERS: Readonly<Record<string, string>> = {
  zero: "0",
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

const FRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/(\d)\s*1[/⁄]2(?!\d)/g, "$1.5"],
  [/(\d)\s+1[/⁄]4(?!\d)/g, "$1.25"],
  [/(\d)\s+3[/⁄]4(?!\d)/g, "$1.75"],
  [/(?<![\d.])1[/⁄]2(?!\d)/g, "0.5"],
  [/(?<![\d.])1[/⁄]4(?!\d)/g, "0.25"],
  [/(?<![\d.])3[/⁄]4(?!\d)/g, "0.75"],
];

/** Number words as digits: "twenty five and a half" becomes "25.5". Thousands commas go, decimal commas become points. */
export function withDigits(typed: string): string {
  const figures = typed
    .replace(/½/g, " 1/2")
    .replace(/(\d),(\d{3})(?!\d)/g, "$1$2")
    .replace(/(\d),(\d)/g, "$1.$2");
  const decimal = FRACTIONS.reduce((text, [fraction, digits]) => text.replace(fraction, digits), figures);
  return plain(decimal)
    .split(" ")
    .map((word) => NUMBERS[word] ?? word)
    .join(" ")
    .replace(/\b(?:a )?hundred\b/g, (word, at: number, all: string) =>
      /\d $/.test(all.slice(0, at)) ? word : "100",
    )
    .replace(/\b(\d) hundred\b/g, (_, hundreds: string) => `${hundreds}00`)
    .replace(/\b([2-9]0) ([1-9])\b(?! ?[:.\d])/g, (_, tens: string, ones: string) =>
      String(Number(tens) + Number(ones)),
    )
    .replace(/\b(?:a )?couple(?: of)?\b/g, "2")
    .replace(/\b(\d+) and a half\b/g, "$1.5");
}

/** The only number in the text, or null where there is none, more than one, or one beyond all measure. */
export function readNumber(typed: string): number | null {
  const found = withDigits(typed.slice(0, 200)).match(/\d+(?:\.\d+)?|\.\d+/g);
  const number = found?.length === 1 ? Number(found[0]) : Number.NaN;
  if (!(number < 1e9)) return null;
  return isNegative(typed) ? -number : number;
}

/** "-5 hours": a sign before a number, which plain text has no place for. */
export function isNegative(typed: string): boolean {
  return /(?:^|\s)[-−–]\s?\.?\d/.test(typed);
}
