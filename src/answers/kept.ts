/** What was learned, as bytes: the build learns once, so that a program answers as soon as it has started. */
import MiniSearch, { type AsPlainObject } from "minisearch";
import { z } from "zod";
import { readJson } from "../facts/flaw.ts";
import type { Learned } from "./learning.ts";
import { INDEXING } from "./similar.ts";

/** The key says that we wrote it: to look at each of a hundred thousand items would take longer than to learn some of them anew. */
const list = <Item>() => z.custom<Item[]>((value) => Array.isArray(value));

const headSchema = z.object({
  key: z.string(),
  classes: z.int(),
  scale: z.number(),
  names: list<string>(),
  counts: list<[string, number]>(),
  found: list<[string, number]>(),
  labels: list<number>(),
  words: z.custom<AsPlainObject>((value) => typeof value === "object" && value !== null),
});

/** A line of JSON, then the rarities and the weights. `key` stands for all that it rests on. */
export function bytesOf({ counts, index, model }: Learned, key: string): Uint8Array {
  const { classes, scale, known, rarity, weights } = model;
  const { words, found, labels } = index;
  const head = {
    key,
    classes,
    scale,
    names: [...known.keys()],
    counts: [...counts],
    found: [...found],
    labels,
    words: words.toJSON(),
  };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    Buffer.from(rarity.buffer, rarity.byteOffset, rarity.byteLength),
    Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength),
  ]);
}

/** null where it is no such file, or rests on something else, which `isRight` tells by its key. */
export function learnedIn(bytes: Buffer, isRight: (key: string) => boolean): Learned | null {
  const end = bytes.indexOf("\n");
  const head = readJson(headSchema, bytes.toString("utf8", 0, Math.max(0, end)));
  if ("flaws" in head || !isRight(head.value.key)) return null;
  const { classes, scale, names, counts, found, labels } = head.value;
  const rest = new Uint8Array(bytes.subarray(end + 1));
  const raritySize = names.length * Float32Array.BYTES_PER_ELEMENT;
  const words = indexIn(head.value.words);
  if (!words || rest.length !== raritySize + names.length * classes) return null;
  return {
    counts: new Map(counts),
    index: { words, found: new Map(found), labels },
    model: {
      classes,
      scale,
      known: new Map(names.map((name, at) => [name, at])),
      rarity: new Float32Array(rest.buffer, 0, names.length),
      weights: new Int8Array(rest.buffer, raritySize),
    },
  };
}

/** null where another version of the library wrote it. */
function indexIn(words: AsPlainObject): MiniSearch | null {
  try {
    return MiniSearch.loadJS(words, INDEXING);
  } catch {
    return null;
  }
}
