/** How somebody's own chat is reached from where others read along, or again later. */
import type { Heard } from "./read.ts";
import { type Own, readReference } from "./reference.ts";
import type { Teams } from "./world.ts";

/** The address of the newest activity counts; `isTold` says whether it has to be said there that the answer went. */
export async function ownFrom({ references }: Teams, heard: Heard, isTold: boolean): Promise<Own> {
  const { tenant, user, chat, incoming } = heard;
  const known = readReference(await references.find(tenant, user));
  const conversation = known?.kind === "own" ? known.conversation : null;
  const asked = isTold ? chat : null;
  return { kind: "own", ...chat, conversation, user: incoming.from.id, pressed: null, asked };
}
