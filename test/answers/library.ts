/** The answers as they are published, trained once for each file of tests. */
import { fileURLToPath } from "node:url";
import { openLibrary } from "../../src/content/library.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const { answers } = openLibrary(ROOT);
export const { entries } = answers.content;
