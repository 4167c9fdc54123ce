/** The words around the conversation in Teams, from conversations/teams.json. */
import { z } from "zod";

const sentence = z.string().min(1);
const button = z.string().min(1).max(30);

export const teamsWordsSchema = z.strictObject({
  $schema: z.string().optional(),
  prompt: z.strictObject({
    why: button,
    skip: button,
    back: button,
    form: button.describe("Opens the form of one entry"),
    send: button.describe("Sends what was picked, ticked or written"),
    pick: sentence.describe("The label of a list of answers of which one is picked"),
    tick: sentence.describe("The label of boxes to tick"),
    write: sentence.describe("The label of an answer in one's own words"),
    open: sentence.describe("Stands in an input of a form that may be left empty"),
    example: sentence.describe("{example}"),
    none: sentence.describe("Where an answer was sent and nothing was picked"),
  }),
  done: z.strictObject({
    asks: sentence.describe("Where no question stands open"),
    advice: button,
    review: button,
    change: button,
    start: button,
    help: button,
  }),
  form: z.strictObject({
    title: sentence,
    send: button,
    cancel: button,
    needed: sentence.describe("Where an input was left empty that may not be"),
  }),
  welcome: z.strictObject({
    title: sentence,
    lead: sentence,
    facts: z.array(sentence).min(1),
    words: sentence.describe("The title above what can be said; the list is that of help"),
  }),
  place: z.strictObject({
    title: sentence,
    lead: sentence.describe("Said in a channel or a group chat, where others read along"),
    facts: z.array(sentence).min(1),
    answered: sentence.describe("The one line that others see"),
    pressed: sentence.describe("To who pressed a button there"),
    cannot: sentence.describe("Where the person's own chat with Signpost cannot be reached"),
  }),
  says: z.strictObject({
    doubled: sentence,
    old: sentence,
    closed: sentence,
    edited: sentence,
    fileTooLong: sentence.describe("{name}"),
    fileShorter: sentence.describe(
      "Above the shorter form of a file that is too long to be written out; {name}",
    ),
    file: sentence,
  }),
});
export type TeamsWords = z.infer<typeof teamsWordsSchema>;
