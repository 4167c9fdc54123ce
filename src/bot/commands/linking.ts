/** Being one person in two places: link, link CODE, unlink. */
import { type Command, type Outcome, saying, type Wish } from "./command.ts";

export const link: Command = {
  word: "link",
  run: (_, __, rest) => wishing(rest === "" ? { kind: "make" } : { kind: "give", code: rest }),
};

export const unlink: Command = {
  word: "unlink",
  run: () => wishing({ kind: "part" }),
};

function wishing(linking: Wish): Outcome {
  return { ...saying(), linking };
}
