/** The words around answers, from conversations/answers.json. */
import { z } from "zod";
import { button, sentence, sentences, wording } from "../facts/wording.ts";

export const answerWordsSchema = z.strictObject({
  how: sentence.describe("Where somebody says 'ask' and nothing else"),
  examples: sentences.describe("Questions to show; each has to have one clear answer"),
  place: wording("places").describe("Below an answer: where it stands in the source; {places}"),
  outside: wording("text").describe("What is known from elsewhere; {text}"),
  standing: wording("title", "says").describe("How the person stands in what the answer is about"),
  several: sentence.describe("Before the answers to several questions"),
  choose: sentence.describe("Where one of several entries may be meant"),
  none: button.describe("The button for none of these"),
  unknown: sentence.describe("Where nothing fits"),
  unknownNoted: sentence.describe("After 'none of these'"),
  tooLong: wording("most").describe("A question of too many characters"),
  more: sentence.describe("Above the buttons below an answer"),
  start: button.describe("The button that begins the interview"),
  helped: button.describe("The button for an answer that helped"),
  notIt: button.describe("The button for one that did not"),
  helpedThanks: sentence,
  notItNoted: sentence,
  nothingRated: sentence.describe("Where somebody rates and nothing was asked"),
});
export type AnswerWords = z.infer<typeof answerWordsSchema>;
