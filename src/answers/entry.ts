/** What the source says about one thing, and how people ask for it. They are conversations/answers.json. */
import { z } from "zod";
import { citeSchema } from "../advice/unit.ts";
import { answerWordsSchema } from "./words.ts";

/** Fewer ways of asking are too few for others to be recognised by them. */
export const FEWEST_PHRASINGS = 12;

const sentence = z.string().min(1);

export const entrySchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/),
  question: sentence.max(75).describe("The question as a button shows it"),
  phrasings: z
    .array(sentence)
    .min(FEWEST_PHRASINGS)
    .describe("The question as different people ask it: short, chatty, misspelt, abbreviated"),
  says: sentence.describe("The answer in our own words, with the year of the source"),
  facts: z
    .array(z.string().regex(/^([FADM]|O|N)\d+$/))
    .describe("The facts, units and readings of the source that it rests on"),
  cites: z.array(citeSchema).describe("Where it stands; empty where the source says nothing about it"),
  silent: z.literal(true).optional().describe("It says that the source does not say"),
  outside: sentence
    .optional()
    .describe("What is known from elsewhere, with its date and address: labelled as not from the source"),
  topic: sentence
    .optional()
    .describe("The same for entries that answer the same question for several qualifications"),
  qualification: sentence.optional().describe("The qualification that this entry of the topic is about"),
  requirements: z
    .array(z.string())
    .optional()
    .describe("What it concerns: the answer adds how the person stands in these"),
  next: z.array(z.string()).optional().describe("The ids of what people ask next"),
  isUrgent: z.literal(true).optional().describe("Said before anything else, whatever stands open"),
  isPrivate: z.literal(true).optional().describe("Questions of this kind are never collected"),
});
export type Entry = z.infer<typeof entrySchema>;

const termSchema = z.strictObject({
  means: sentence.describe("The words that stand in the phrasings"),
  also: z.array(sentence).min(1).describe("What people say for them"),
});

export const answersSchema = z.strictObject({
  $schema: z.string().optional(),
  says: answerWordsSchema,
  terms: z.array(termSchema).describe("Short forms and other words that people use"),
  small: z.array(sentence).describe("Words that carry no meaning in a question"),
  asking: z.array(sentence).describe("Words with which a question begins"),
  others: z
    .array(z.strictObject({ qualification: sentence, named: z.array(sentence).min(1) }))
    .describe("How people name each qualification, the most special first"),
  entries: z.array(entrySchema).min(1),
});
export type AnswersContent = z.infer<typeof answersSchema>;
