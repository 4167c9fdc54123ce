import { describeChannel } from "../channels/contract.ts";
import { openApp } from "./app.ts";
import { ANN, allText, buttonsOf } from "./seen.ts";

describeChannel("Teams", async () => {
  const app = await openApp();
  const { connector, personal } = app.teams;
  return {
    channel: app.channel,
    tenant: app.teams.tenant,
    conversation: ANN,
    reference: {
      kind: "own",
      serviceUrl: connector.serviceUrl,
      conversation: personal(ANN).id,
      bot: { id: "28:bot" },
      user: "29:ann",
      pressed: null,
      asked: null,
    },
    seen: () => [allText(app), ...app.teams.seen(ANN).flatMap(buttonsOf)].join("\n").trim(),
    askToWait: (seconds) => connector.refuseNext("send", { status: 429, retryAfter: seconds }),
    pass: app.pass,
    setClock: app.setClock,
    settled: app.settled,
  };
});
