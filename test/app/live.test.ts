/** What a door holds on to is always what is in use now. */
import { expect, test } from "vitest";
import { live } from "../../src/app/live.ts";

test("what is live is read anew each time, by name, by a copy and by its names", () => {
  let words: Record<string, string> = { title: "Then" };
  const held = live(() => words);
  const options = { words: held };
  const door = { ...options };
  expect(door.words.title).toBe("Then");
  words = { title: "Now", more: "And this" };
  expect(door.words.title).toBe("Now");
  expect({ ...door.words }).toEqual({ title: "Now", more: "And this" });
  expect("more" in door.words).toBe(true);
  expect(Object.keys(door.words)).toEqual(["title", "more"]);
});

test("a live part of what is live follows it, too", () => {
  let library = { page: { title: "Then" } };
  const held = live(() => library);
  const page = live(() => held.page);
  library = { page: { title: "Now" } };
  expect(page.title).toBe("Now");
});

test("nothing can be written to it", () => {
  const words = { title: "Then" };
  const held = live(() => words);
  expect(() => {
    held.title = "Now";
  }).toThrow();
  expect(words.title).toBe("Then");
});
