/** Everything that is held about a person beside their record, `signpost.held/1`: for them to look through. */
import { z } from "zod";

const time = z.iso.datetime();
const day = z.iso.date();
const place = { channel: z.string(), tenant: z.string().describe("A workspace, a directory or a machine") };
const team = z.string().describe("The team's name");

const identity = z.strictObject({ ...place, user: z.string() });

const event = z.strictObject({
  sequence: z.int().min(1),
  at: time,
  event: z.record(z.string(), z.unknown()).describe("What was told, as it is kept"),
});

const turn = z.strictObject({
  id: z.string(),
  at: time,
  conversation: z.string(),
  number: z.int().describe("Of the reply to it in the conversation"),
  said: z.unknown().describe("Kept for the page alone; null elsewhere, and in the brief form"),
});

const reply = z.strictObject({
  at: time,
  conversation: z.string(),
  number: z.int(),
  text: z.string().nullable().describe("null in the brief form, and where it was about a team"),
  files: z.array(z.string()).describe("The names of files that came with it"),
  deliveredAt: time.nullable(),
  failedAt: time.nullable().describe("When it was given up"),
});

const conversation = z.strictObject({
  ...place,
  id: z.string(),
  address: z.string().describe("As the channel names it"),
  isReachable: z.boolean().describe("Whether it is kept how to write there"),
  updatedAt: time,
});

const membership = z.strictObject({
  team,
  role: z.string(),
  name: z.string().describe("What the others in the team call the person"),
  agreedAt: time,
});

const invitation = z.strictObject({
  team,
  role: z.string(),
  name: z.string(),
  invitedAt: time,
  toldAt: time.nullable(),
});

const mark = {
  team,
  byName: z.string(),
  at: time,
  withdrawnAt: time.nullable(),
};

const howFar = {
  qualification: z.string().nullable(),
  canStart: z.string().nullable(),
  done: z.int(),
  of: z.int(),
  open: z.array(z.string()).describe("The ids of requirements that are open"),
};

const reminder = z.strictObject({
  kind: z.string(),
  team: z.string().nullable(),
  askedBy: z.string().nullable(),
  weekday: z.int().nullable().describe("1 is Monday"),
  minute: z.int().nullable().describe("Of the day"),
  zone: z.string(),
  nextAt: time,
});

const contact = z.strictObject({
  role: z.string(),
  day: day.nullable().describe("When the person was last written to"),
  silentSince: time.nullable().describe("Since when they want no reminders"),
});

const unanswered = z.strictObject({
  question: z.string(),
  reason: z.string(),
  nearest: z.string().describe("The id of the likeliest answer, or empty"),
  times: z.int(),
  firstDay: day,
  lastDay: day,
});

const audited = z.strictObject({
  at: time,
  act: z.string(),
  by: z.enum(["you", "somebody", "the program"]),
});

export const heldSchema = z.strictObject({
  format: z.literal("signpost.held/1"),
  at: time.describe("When this was put together"),
  isBrief: z.boolean().describe("Without the words of turns and replies, to be written out in a chat"),
  firstSeen: time.nullable().describe("null for whom nothing is kept yet"),
  identities: z.array(identity).describe("The apps that are linked to the person"),
  record: z
    .strictObject({ edition: z.string(), version: z.int(), updatedAt: time })
    .nullable()
    .describe("About the record, which is a file of its own"),
  events: z.array(event),
  turns: z.array(turn),
  replies: z.array(reply),
  conversations: z.array(conversation).describe("How the person's chats are reached"),
  teams: z.array(membership),
  invitations: z.array(invitation),
  confirmations: z.array(z.strictObject({ ...mark, evidence: z.string(), what: z.string() })),
  decisions: z.array(z.strictObject({ ...mark, topic: z.string(), reason: z.string() })),
  given: z
    .array(z.strictObject({ ...mark, kind: z.enum(["confirmation", "decision"]) }))
    .describe("What the person confirmed and decided about others, without whom and what"),
  progress: z.strictObject({ ...howFar, changedAt: time }).nullable(),
  progressDays: z.array(z.strictObject({ ...howFar, day })),
  reminders: z.array(reminder),
  contacts: z.array(contact),
  asked: z
    .strictObject({ question: z.string(), entry: z.string().nullable(), at: time })
    .nullable()
    .describe("The question asked last"),
  unanswered: z.array(unanswered),
  linkCode: z.strictObject({ channel: z.string(), expiresAt: time }).nullable().describe("Without the code"),
  linkTries: z.array(z.strictObject({ ...place, user: z.string(), tries: z.int(), until: time })),
  audit: z.array(audited),
});
export type Held = z.infer<typeof heldSchema>;

/** The same without the words of turns and replies, which were read when they were said. */
export function briefly(held: Held): Held {
  return {
    ...held,
    isBrief: true,
    turns: held.turns.map((each) => ({ ...each, said: null })),
    replies: held.replies.map((each) => ({ ...each, text: null })),
  };
}

/** One row a line, so that it can be read. */
export function heldText(held: Held): string {
  const lines = Object.entries(held).map(([key, value]) => `  ${JSON.stringify(key)}: ${valueText(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

function valueText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return onOneLine(value);
  return `[\n${value.map((row) => `    ${onOneLine(row)}`).join(",\n")}\n  ]`;
}

/** With blanks, at which a narrow screen breaks it: within a string a break is written as two other letters. */
function onOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
}
