/** The words around the conversation in Slack, from conversations/slack.json. */
import { z } from "zod";

const sentence = z.string().min(1);
const button = z.string().min(1).max(30);
const title = z.string().min(1).max(24).describe("Of a form; Slack shows 24 characters");

export const slackWordsSchema = z.strictObject({
  $schema: z.string().optional(),
  prompt: z.strictObject({
    why: button,
    skip: button,
    back: button,
    form: button.describe("Opens the form of one entry"),
    write: button.describe("Opens a form for an answer in one's own words"),
    send: button.describe("Sends the boxes that are ticked"),
    pick: sentence.describe("Stands in a list of answers before one is picked"),
    example: sentence.describe("{example}"),
    none: sentence.describe("Where boxes were sent and none was ticked"),
  }),
  done: z.strictObject({
    asks: sentence.describe("Where no question stands open"),
    advice: button,
    review: button,
    change: button,
    start: button,
  }),
  form: z.strictObject({
    title,
    send: title,
    close: title,
    writeTitle: title,
    writeSend: title,
    late: sentence,
  }),
  home: z.strictObject({
    title: sentence,
    lead: sentence,
    facts: z.array(sentence).min(1),
    start: button,
    news: sentence.describe("The heading of what was just said"),
    next: sentence.describe("The heading of the open question"),
    answers: sentence.describe("{count}"),
    answer: sentence.describe("{title} and {answer}"),
    change: sentence,
    picture: sentence,
  }),
  share: z.strictObject({
    button,
    title: z.string().min(1).max(100),
    text: z.string().min(1).max(300),
    yes: button,
    no: button,
    by: sentence.describe("{person} stands for who shared it"),
    gone: sentence,
    failed: sentence,
    partly: sentence.describe("Where only its beginning could be shared"),
    long: sentence.describe("Where it is too long to be shared"),
  }),
  go: z.strictObject({ title, text: sentence, close: title }),
  ask: z.strictObject({ title, label: sentence, send: title, close: title }),
  says: z.strictObject({
    doubled: sentence,
    foreign: sentence,
    old: sentence.describe("For a button that this version does not know"),
    late: sentence.describe("For a button of a question that is no longer open"),
    unread: sentence,
    closed: sentence.describe("Stands where a question stood that was answered further down"),
    edited: sentence,
    elsewhere: sentence.describe("Where something about other people was asked among others"),
    file: sentence,
    fileShorter: sentence.describe(
      "Above the shorter form of a file that is too long to be written out; {name}",
    ),
    slow: sentence.describe("Slack gave too little time to open a form"),
    notInstalled: sentence,
    again: sentence.describe("A fault of ours, where what was said is heard again by itself; {turn}"),
  }),
  install: z.strictObject({
    done: sentence,
    doneText: sentence,
    failed: sentence,
    failedText: sentence,
    hello: sentence.describe("To whoever installed it"),
  }),
});
export type SlackWords = z.infer<typeof slackWordsSchema>;
