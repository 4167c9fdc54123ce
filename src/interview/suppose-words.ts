/** The wording of "what if": what people type behind it, and what they are told. It is part of messages.json. */
import { z } from "zod";

const sentence = z.string().min(1);
const phrases = z.array(z.string().min(1)).min(1);

export const supposeWordsSchema = z.strictObject({
  typed: z.strictObject({
    leads: phrases.describe("Words that carry nothing, such as 'I'"),
    more: z
      .record(z.string(), z.string())
      .describe("Words by which an amount comes on top, each with what stands in its place"),
    had: phrases.describe("Words by which an amount is meant in all"),
    did: phrases.describe("Words by which an amount comes on top"),
    moves: phrases.describe("Words before a qualification to move to"),
    negations: phrases.describe("Words that turn a yes into a no"),
  }),
  how: sentence.describe("The title above what can be asked"),
  kinds: z.array(sentence).min(1),
  examples: z
    .array(z.strictObject({ label: sentence, line: sentence }))
    .min(1)
    .describe("Buttons, each with the line that it says"),
  examplesAsk: sentence,
  notStarted: sentence,
  startAsk: sentence,
  notRead: sentence.describe("{words}"),
  whichList: sentence.describe("Where minutes may be one of several lists; {words}"),
  begins: sentence.describe("The heading: nothing was changed"),
  ends: sentence.describe("The last line: nothing was changed"),
  supposed: sentence.describe("{parts}"),
  notSaid: sentence.describe("Where an entry leaves something open; {asks}"),
  answered: sentence.describe("{title} {answer}"),
  withMore: sentence.describe("{title} {entries}"),
  inAll: sentence.describe("{title} {total} {entries}"),
  moved: sentence.describe("{title}"),
  atLeast: sentence.describe("A total that is reached already: {title} {total}"),
  none: sentence.describe("In place of a title where nothing is recommended"),
  already: sentence.describe("{parts}"),
  alreadyMore: sentence.describe("Beside a total that is reached already"),
  nothingNew: sentence.describe("Where all of it is so already"),
  wouldBe: sentence.describe("The title above what changes; {title}"),
  met: sentence.describe("{titles}"),
  lost: sentence.describe("{titles}"),
  open: sentence.describe("{titles}"),
  openMore: sentence.describe(
    "An open requirement whose figure changes: {title} {before} {after} {required}",
  ),
  nothingMet: sentence,
  nothingOpen: sentence,
  startNow: sentence.describe("Where it would be different: {start}"),
  recommendation: sentence.describe("Where another one would be recommended: {after} {before}"),
  advice: sentence.describe("The heading above the advice"),
  moveStrength: sentence.describe("Before the qualification that was moved to"),
  moveWhy: sentence.describe("{title}"),
  recommendedToo: sentence.describe("Beside one that is recommended anyway"),
  recommendedIs: sentence.describe("Beside another than is recommended; {title}"),
  recommendedNone: sentence,
});
