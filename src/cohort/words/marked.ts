/** What stands beside a requirement: what it rests on, and what a provider decided. */
import { z } from "zod";
import { sentence, wording } from "../../facts/wording.ts";

export const groundsSchema = z.strictObject({
  word: sentence.describe("Met, and nobody has confirmed what it rests on"),
  confirmed: wording("names", "date"),
  part: wording("amount", "names", "date"),
  partly: wording("names", "date"),
  decided: wording("what", "name", "date", "reason"),
});
