import { describe, expect, test } from "vitest";
import { chat, newFolder, openChat } from "./signpost.ts";

const ANSWERS = [
  "start",
  "college",
  "yes",
  "someone else",
  "yes",
  "lots of subjects",
  "full",
  "no",
  "M1 level 3, M2",
  "that is all",
  "30 hours, both",
  "that is all",
  "60 min",
  "60 min",
  "60 min",
];
const ROUNDS = 24;
const SEED = 20261123;

/** A small generator with a seed, so that a failing round can be seen again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of such a generator hardly vary.
    return (state >>> 16) % sides;
  };
}

const told = new Map<number, unknown>();

/** What a person had told when everything up to and including the answer at `place` was said. */
function toldAfter(place: number): unknown {
  if (!told.has(place)) {
    const folder = newFolder();
    told.set(place, exported(folder.path, ANSWERS.slice(0, place + 1)));
    folder.remove();
  }
  return told.get(place);
}

function exported(data: string, lines: readonly string[]): unknown {
  const file = chat(data, [...lines, "export"])
    .at(-1)
    ?.parts.find(({ kind }) => kind === "file");
  return file?.kind === "file" ? JSON.parse(file.content) : null;
}

describe("a conversation whose process is killed", () => {
  const roll = dice(SEED);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    place: roll(ANSWERS.length),
    isAnswered: roll(2) === 0,
  }));

  test.each(rounds)(
    "keeps every acknowledged answer (after answer $place, waited for: $isAnswered)",
    { timeout: 60_000 },
    async ({ place, isAnswered }) => {
      const folder = newFolder();
      const talk = openChat(folder.path);
      for (const [at, answer] of ANSWERS.slice(0, place + 1).entries()) {
        talk.say(answer);
        if (at < place || isAnswered) await talk.replies.next();
      }
      talk.process.kill("SIGKILL");
      await talk.ended;

      const kept = exported(folder.path, []);
      const possible = isAnswered ? [toldAfter(place)] : [toldAfter(place - 1), toldAfter(place)];
      expect(possible).toContainEqual(kept);
      folder.remove();
    },
  );
});
