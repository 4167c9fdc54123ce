import { describeChannel } from "../channels/contract.ts";
import { openApp } from "./app.ts";
import { ANN, allText } from "./seen.ts";

describeChannel("Slack", async () => {
  const app = await openApp();
  // Whoever is written to has written first.
  await app.slack.openHome(ANN, "messages");
  return {
    channel: app.channel,
    tenant: app.slack.team,
    conversation: ANN,
    reference: { kind: "direct", user: ANN, channel: null, thread: null, clicked: null },
    seen: () => allText(app),
    askToWait: (seconds) => app.slack.refuseNext("chat.postMessage", { retryAfter: seconds }),
    pass: app.pass,
    setClock: app.setClock,
    settled: app.settled,
  };
});
