/** A result that only its person sees may be shown to everyone there, by the person, after a second question. */
import type { Part, Reply } from "../../chat/reply.ts";
import { shortened } from "../post/split.ts";
import { type Piece, plain } from "./block.ts";
import { button } from "./choices.ts";
import { actions, control, type Drawing } from "./controls.ts";
import { actionId } from "./ids.ts";
import { CONFIRM } from "./limits.ts";

/** Parts that are a result rather than a conversation. */
const RESULTS: ReadonlySet<Part["kind"]> = new Set(["heading", "fields", "table", "chart"]);

/** Nothing where there is no result to share. `version` names the reply. */
export function sharePieces({ parts }: Reply, drawing: Drawing): Piece[] {
  if (!parts.some(({ kind }) => RESULTS.has(kind))) return [];
  const { share } = drawing.words;
  const confirm = {
    title: plain(shortened(share.title, CONFIRM.title)),
    text: plain(shortened(share.text, CONFIRM.text)),
    confirm: plain(shortened(share.yes, CONFIRM.button)),
    deny: plain(shortened(share.no, CONFIRM.button)),
  };
  const pressed = { ...button(actionId("share"), share.button, drawing.version), confirm };
  return [control(actions({ ...drawing, question: "share" }, 4, [pressed]))];
}
