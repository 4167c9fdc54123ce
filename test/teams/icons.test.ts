/** The two icons of the Teams app: their sizes and their colours. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import manifest from "../../teams/manifest.json" with { type: "json" };
import { type Picture, readPng } from "./png.ts";

function icon(name: string): Picture {
  return readPng(readFileSync(fileURLToPath(new URL(`../../teams/${name}`, import.meta.url))));
}

/** Every pixel with its place. */
function pixelsOf({ width, height, pixel }: Picture) {
  return Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return { x, y, colour: pixel(x, y) };
  });
}

describe("the icons", () => {
  const colour = icon(manifest.icons.color);
  const outline = icon(manifest.icons.outline);
  const accent = [...Buffer.from(manifest.accentColor.slice(1), "hex"), 255];

  test("have the sizes that Teams asks for", () => {
    expect([colour.width, colour.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
  });

  test("are, in colours, opaque, and of the accent's colour around a sign in the middle", () => {
    const pixels = pixelsOf(colour);
    expect(pixels.filter(({ colour: [, , , alpha] }) => alpha !== 255)).toEqual([]);
    const drawn = pixels.filter(({ colour: each }) => each.join() !== accent.join());
    expect(drawn.length).toBeGreaterThan(1_000);
    expect(drawn.filter(({ x, y }) => Math.max(Math.abs(x - 95.5), Math.abs(y - 95.5)) > 60)).toEqual([]);
  });

  test("are, as an outline, white on nothing", () => {
    const shown = pixelsOf(outline).filter(({ colour: [, , , alpha] }) => alpha > 0);
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.length).toBeLessThan(32 * 32);
    expect(shown.filter(({ colour: [...each] }) => each.slice(0, 3).join() !== "255,255,255")).toEqual([]);
  });
});
