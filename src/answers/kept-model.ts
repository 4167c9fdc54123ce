/** What training came to, as bytes: the build trains once, so that a program answers as soon as it has started. */
import { z } from "zod";
import type { Model } from "./classifier.ts";

const headSchema = z.object({
  key: z.string(),
  classes: z.int(),
  scale: z.number(),
  names: z.array(z.string()),
});

/** A line of JSON, then the rarities and the weights. `key` stands for all that the model rests on. */
export function bytesOf({ classes, scale, known, rarity, weights }: Model, key: string): Uint8Array {
  const head = JSON.stringify({ key, classes, scale, names: [...known.keys()] });
  return Buffer.concat([
    Buffer.from(`${head}\n`),
    Buffer.from(rarity.buffer, rarity.byteOffset, rarity.byteLength),
    Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength),
  ]);
}

/** null where it is no such file, or rests on something else, which `isRight` tells by its key. */
export function modelIn(bytes: Buffer, isRight: (key: string) => boolean): Model | null {
  const end = bytes.indexOf("\n");
  const head = end < 0 ? null : headSchema.safeParse(jsonIn(bytes.toString("utf8", 0, end))).data;
  if (!head || !isRight(head.key)) return null;
  const { classes, scale, names } = head;
  const rest = Uint8Array.from(bytes.subarray(end + 1));
  const raritySize = names.length * Float32Array.BYTES_PER_ELEMENT;
  if (rest.length !== raritySize + names.length * classes) return null;
  return {
    classes,
    scale,
    known: new Map(names.map((name, at) => [name, at])),
    rarity: new Float32Array(rest.buffer, 0, names.length),
    weights: new Int8Array(rest.buffer, raritySize),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
