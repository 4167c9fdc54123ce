/** The content as texts, each by its path: what is published, checked and opened as a whole. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { z } from "zod";

const FOLDERS = ["rules", "conversations"];

/** No path leads out of the folders, whoever wrote it. */
const PATH = /^(?:rules|conversations)(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\.json$/;

export const textsSchema = z.record(z.string().regex(PATH), z.string());
/** Such as `rules/lluk-2010/units.json` and what is in it. */
export type Texts = z.infer<typeof textsSchema>;

/** Throws what reading a file throws. */
export function readTexts(root: string): Texts {
  return Object.fromEntries(pathsIn(root).map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Changes whenever a file does, and costs no reading: its size and when it was written. */
export function signatureOf(root: string): string {
  const looked = pathsIn(root).map((path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    return `${path} ${size} ${mtimeMs}`;
  });
  return looked.join("\n");
}

/** The same for the same texts, wherever they lie. */
export function fingerprintOf(texts: Texts): string {
  const sorted = Object.entries(texts).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 16);
}

/** Gives `work` a folder that holds the texts, and takes it away afterwards. */
export async function inFolder<Result>(
  texts: Texts,
  work: (root: string) => Result | Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), "signpost-content-"));
  try {
    for (const [path, text] of Object.entries(texts)) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function pathsIn(root: string): string[] {
  return (
    FOLDERS.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
        posix.relative(root, posix.join(parentPath, name)),
      ),
    )
      .filter((path) => PATH.test(path))
      // What a link leads to counts: some platforms lay out files as links.
      .filter((path) => statSync(join(root, path)).isFile())
      .sort()
  );
}
