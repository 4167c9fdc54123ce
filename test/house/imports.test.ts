/** The import table of ARCHITECTURE.md, held. */
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SRC = join(ROOT, "src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
const table = new Map(
  [
    ...readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8").matchAll(
      /^\| (?!room)([a-z/]+) \| .* \| (.*)\|$/gm,
    ),
  ].map(([, room = "", allowed = ""]) => [room, allowed.split(",").map((name) => name.trim())] as const),
);
const rooms = [...table.keys()].sort((a, b) => b.length - a.length);

function roomOf(file: string): string {
  return rooms.find((room) => file === `${room}.ts` || file.startsWith(`${room}/`)) ?? "no room";
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const imports = /^(?:import|export)\b[^;"]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...text.matchAll(imports)].map(([, from, bare, dynamic]) => (from ?? bare ?? dynamic) as string);
}

/** The room or the package that an import leads to. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith(".")) return roomOf(relative(SRC, join(SRC, dirname(file), specifier)));
  return isBuiltin(specifier) ? "node" : specifier.replace(/^((?:@[^/]+\/)?[^/]+).*/, "$1");
}

describe("the house", () => {
  test("has every file in a room of the table", () => {
    expect(files.filter((file) => roomOf(file) === "no room")).toEqual([]);
    expect(table.size).toBeGreaterThan(8);
  });

  test.each(files)("%s imports only what its room may", (file) => {
    const room = roomOf(file);
    const foreign = importsOf(file)
      .map((specifier) => target(file, specifier))
      .filter((name) => name !== room && !table.get(room)?.includes(name));
    expect(foreign).toEqual([]);
  });

  test("has no circle of imports", () => {
    const edges = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((specifier) => specifier.startsWith("."))
          .map((specifier) => relative(SRC, join(SRC, dirname(file), specifier))),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file) || path.includes(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("has no import in the table that no file of the room uses", () => {
    const unused = rooms.flatMap((room) => {
      const used = new Set(
        files
          .filter((file) => roomOf(file) === room)
          .flatMap((file) => importsOf(file).map((specifier) => target(file, specifier))),
      );
      return (table.get(room) ?? [])
        .filter((name) => name !== "" && !used.has(name))
        .map((name) => `${room}: ${name}`);
    });
    expect(unused).toEqual([]);
  });

  test("has no file of over 200 lines without a reason in it", () => {
    const long = files.filter((file) => {
      const text = readFileSync(join(SRC, file), "utf8");
      return text.split("\n").length > 200 && !text.includes("Long because");
    });
    expect(long).toEqual([]);
  });
});
