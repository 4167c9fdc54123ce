/** What managers read who ask what would be if everybody had something. */
import { z } from "zod";
import { button, phrases, sentence, wording } from "../../facts/wording.ts";

export const whatIfSchema = z.strictObject({
  everybody: phrases.describe("How a line about all of them begins, instead of 'I'"),
  how: sentence,
  examples: z.array(button).min(1).describe("What may stand behind 'what if'"),
  begins: sentence,
  ready: wording("what", "people", "now", "later"),
  names: wording("names"),
  nothing: sentence,
  table: sentence,
  ends: sentence,
  tooMany: wording("most"),
});
