/** A whole conversation as data: what a person said, what the bot said and asked, and what was kept at the end. */
import { z } from "zod";

const turn = z
  .strictObject({
    say: z.string().optional(),
    choose: z.array(z.string()).optional(),
    fill: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe("What was put into the inputs of the form of `question`"),
    file: z.string().optional().describe("The content of a record file that was given"),
    question: z.string().optional().describe("The question a late click or a form belongs to"),
    mistakes: z.array(z.string()).optional().describe("The inputs that were told to be wrong"),
    hears: z.array(z.string()).optional().describe("Pieces of the reply, in any order"),
    notHears: z.array(z.string()).optional(),
    asks: z.string().nullable().optional().describe("The id of the question that then stands open"),
  })
  .refine(
    (turn) => [turn.say, turn.choose, turn.fill, turn.file].filter((each) => each !== undefined).length === 1,
    "a turn has one of say, choose, fill and file",
  );

export const storySchema = z.strictObject({
  title: z.string(),
  today: z.iso.date().default("2026-11-23"),
  record: z.record(z.string(), z.unknown()).optional().describe("Begins from this record"),
  turns: z.array(turn).min(1),
  // biome-ignore lint/suspicious/noThenProperty: it is data in a JSON file, read by its schema and never awaited
  then: z
    .strictObject({
      record: z
        .record(z.string(), z.unknown())
        .optional()
        .describe("Values by dotted path in the exported record"),
      recommended: z.array(z.string()).optional().describe("qualification:strength, in order"),
      next: z.array(z.string()).optional().describe("Pieces of the next steps, in order"),
    })
    .optional(),
});
export type Story = z.infer<typeof storySchema>;
