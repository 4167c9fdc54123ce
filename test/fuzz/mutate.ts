/** Spoils texts and JSON in ways that people, programs and attackers do; the same seed always spoils in the same way. */
import { type Random, randomFrom } from "../../bench/random.ts";

const STRANGE: readonly unknown[] = [
  null,
  true,
  "",
  " ",
  "null",
  "\u0000",
  "\ud83d",
  "👩‍👩‍👧‍👦".repeat(40),
  "a".repeat(5_000),
  "{{turn}}",
  "<script>alert(1)</script>",
  "'; drop table people; --",
  "__proto__",
  -1,
  0,
  0.1,
  1e21,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[[[[]]]]],
  "9999-99-99",
  "3 hours with groups",
];

export type Mutate = (text: string) => string;

/** How many each door or kind of file is given: FUZZ, or 100,000. */
export const TIMES = Number(process.env.FUZZ ?? 100_000);

export function mutating(seed: number): Mutate {
  const random = randomFrom(seed);
  return (text) => {
    const json = random.chance(0.6) ? parsed(text) : undefined;
    let spoilt = json === undefined ? text : JSON.stringify(spoil(json, random, 1 + random.whole(0, 3)));
    if (json === undefined || random.chance(0.1))
      for (let time = random.whole(1, 4); time > 0; time -= 1) spoilt = cut(spoilt, random);
    return spoilt;
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** So many values somewhere in it become others, go, or come twice. */
function spoil(json: unknown, random: Random, times: number): unknown {
  const whole = { json };
  for (let time = 0; time < times; time += 1) {
    let at: Record<string, unknown> = whole;
    let key = "json";
    for (;;) {
      const value = structuredClone(at[key]);
      const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
      if (keys.length === 0 || random.chance(0.25)) break;
      at = value as Record<string, unknown>;
      key = random.pick(keys);
    }
    const kind = random.whole(0, 9);
    if (kind < 6) at[key] = structuredClone(random.pick(STRANGE));
    else if (kind < 8) delete at[key];
    else if (Array.isArray(at)) at.push(structuredClone(at[key as never]));
    else at[`${key}${random.whole(0, 9)}`] = structuredClone(at[key]);
  }
  return whole.json ?? null;
}

function cut(text: string, random: Random): string {
  const from = random.whole(0, text.length);
  const to = Math.min(text.length, from + random.whole(0, 12));
  const piece = text.slice(from, to);
  switch (random.whole(0, 3)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + piece + text.slice(to);
    case 2:
      return text.slice(0, from) + String(random.pick(STRANGE)).slice(0, 200) + text.slice(from);
    default:
      return text.slice(0, from) + String.fromCharCode(random.whole(0, 300)) + text.slice(from + 1);
  }
}
