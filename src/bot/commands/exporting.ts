/** A copy of all that is kept about the person: their record, which can be read again, and everything else, to look through. */
import { LONGEST_WRITTEN_OUT, type Part, text } from "../../chat/reply.ts";
import { briefly, type Held, heldText } from "../../record/held.ts";
import { findHeld } from "../../store/held.ts";
import { type Command, looking, saying } from "./command.ts";

const JSON_TYPE = "application/json";

export const exportRecord: Command = {
  word: "export",
  run: (_, { record, around: { words } }) =>
    looking(async ({ room, from, found }) => {
      const at = room.now().toISOString();
      const held = await findHeld(room.db, { person: found.person.id, from, at });
      const content = `${JSON.stringify(record, null, 2)}\n`;
      return saying(
        text(words.says.exported),
        { kind: "file", name: "signpost-record.json", type: JSON_TYPE, content },
        text(words.says.exportedHeld),
        heldFile(held),
      );
    }),
};

/** With a brief form where a chat that cannot give files would be flooded by the whole. */
function heldFile(held: Held): Part {
  const content = heldText(held);
  const brief = content.length > LONGEST_WRITTEN_OUT ? { brief: heldText(briefly(held)) } : {};
  return { kind: "file", name: "signpost-held.json", type: JSON_TYPE, content, ...brief };
}
