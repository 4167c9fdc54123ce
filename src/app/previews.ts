/** What the page shows of other channels: each reply as they would send it. A channel that is drawn there is listed here. */
import { z } from "zod";
import { messagesOf, messagesWith } from "../channels/slack/message.ts";
import { drawn, pagesOf } from "../channels/teams/message.ts";
import type { Preview } from "../chat/preview.ts";
import type { SlackWords } from "../chat/slack.ts";
import type { TeamsWords } from "../chat/teams.ts";
import { writtenOut } from "../chat/written.ts";
import type { Library } from "../content/library.ts";
import { live } from "./live.ts";

export function previewsOf(library: Library): Preview[] {
  return [slackPreview(live(() => library.slack)), teamsPreview(live(() => library.teams))];
}

function slackPreview(words: SlackWords): Preview {
  const drawing = { version: "0", owner: "preview", words, canType: true };
  return {
    name: "Slack",
    payloads(reply, hasStarted) {
      // What is wrong in a form is said in the form.
      if (reply.mistakes) return [];
      const parts = reply.parts.filter((part) => part.kind !== "file");
      const files = reply.parts.filter((part) => part.kind === "file");
      // Files go last, as uploads; where Slack does not take those, as these messages.
      const messages = [
        ...messagesOf({ ...reply, parts }, { ...drawing, hasStarted }),
        ...files.flatMap((file) => messagesWith(writtenOut(file, words.says.fileShorter))),
      ];
      return messages.map((sent) => ({
        kind: "blocks",
        text: unescaped(sent.text),
        blocks: sent.blocks,
        sent,
      }));
    },
  };
}

/** Slack reads these three as the characters they stand for. */
function unescaped(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

function teamsPreview(words: TeamsWords): Preview {
  return {
    name: "Teams",
    payloads(reply, hasStarted) {
      // What is wrong in a form is said in the form.
      if (reply.mistakes) return [];
      return pagesOf(reply, { drawing: 0, words, hasStarted }).map((page) => {
        const sent = drawn(page);
        return { ...activitySchema.parse(sent), sent };
      });
    },
  };
}

const cardSchema = z.object({
  summary: z.string(),
  attachments: z.tuple([z.object({ content: z.record(z.string(), z.unknown()) })]),
});

/** A card, or words alone. */
const activitySchema = z.union([
  cardSchema.transform(({ summary, attachments: [{ content }] }) => ({
    kind: "card" as const,
    text: summary,
    card: content,
  })),
  z.object({ text: z.string() }).transform(({ text }) => ({ kind: "words" as const, text })),
]);
