/** People who speak whole interviews: the turns that every side keeps. */
import type { Turn } from "../../src/chat/turn.ts";

/** One whole interview, from the first word to the advice and a look back. */
const ANSWERS = [
  "start",
  "college",
  "yes",
  "someone else",
  "yes",
  "lots of subjects",
  "full certificate",
  "yes",
  "M1 level 3, M2, O06",
  "that is all",
  "22.5 hours, one to one and groups",
  "log practice 3 hours with groups",
  "that is all",
  "60 min",
  "45 min",
  "that is all",
  "skip",
  "yes",
  "yes",
  "yes",
  "why",
  "y",
];

/** Each person's turns, in order. `round` keeps the people of one round apart from those of another. */
export function interviews(people: number, round: string): Turn[][] {
  return Array.from({ length: people }, (_, at) => {
    const user = `${round}-${at}`;
    const from = { channel: "bench", tenant: "local", user };
    return ANSWERS.map((text, turn) => ({
      id: `bench:${user}:${turn}`,
      from,
      conversation: user,
      said: { text },
    }));
  });
}
