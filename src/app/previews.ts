/** What the page shows of other channels: each reply as they would send it. A channel that is drawn there is listed here. */
import { messagesOf, messagesWith } from "../channels/slack/message.ts";
import type { Preview } from "../chat/preview.ts";
import type { SlackWords } from "../chat/slack.ts";
import type { Library } from "../content/library.ts";

export function previewsOf({ slack }: Library): Preview[] {
  return [slackPreview(slack)];
}

function slackPreview(words: SlackWords): Preview {
  const drawing = { version: "0", owner: "preview", words, canType: true };
  return {
    name: "Slack",
    payloads(reply, hasStarted) {
      // What is wrong in a form is said in the form.
      if (reply.mistakes) return [];
      const parts = reply.parts.filter(({ kind }) => kind !== "file");
      const files = reply.parts.filter(({ kind }) => kind === "file");
      // Files go last, as uploads; where Slack does not take those, as these messages.
      return [
        ...messagesOf({ ...reply, parts }, { ...drawing, hasStarted }),
        ...files.flatMap((file) => messagesWith([file])),
      ];
    },
  };
}
