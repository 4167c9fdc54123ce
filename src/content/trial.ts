/** Tries content before anybody meets it: checked and opened as a whole, or refused as a whole. */
import { checkUse } from "./check.ts";
import { ContentError, type Finding } from "./finding.ts";
import { type Library, openLibrary } from "./library.ts";
import { inFolder, type Texts } from "./texts.ts";

export type Tried = { readonly library: Library } | { readonly findings: readonly Finding[] };

/** All that is wrong with it, or what it opens to. Others get their turns while it is checked. `built`: where the program was built. */
export function tryTexts(texts: Texts, built: string): Promise<Tried> {
  return inFolder(texts, async (root) => {
    const findings = (await checkUse(root)).filter(({ severity }) => severity === "error");
    return findings.length > 0 ? { findings } : openedIn(root, built);
  });
}

/** Opens what was checked before, maybe by another program. */
export function openTexts(texts: Texts, built: string): Promise<Tried> {
  return inFolder(texts, (root) => openedIn(root, built));
}

function openedIn(root: string, built: string): Tried {
  try {
    return { library: openLibrary(root, built) };
  } catch (error) {
    if (error instanceof ContentError) return { findings: error.findings };
    throw error;
  }
}
