/** Gives the desk what somebody said, and sees to it that the reply goes out. */
import type { Receipt } from "../../bot/receive.ts";
import type { Utterance } from "../../chat/turn.ts";
import { type Origin, turnOf } from "./origin.ts";
import { tell } from "./tell.ts";
import type { Slack } from "./world.ts";

/** `id`: the same when Slack sends the same thing again. Throws where nothing was kept. */
export async function hear(slack: Slack, origin: Origin, id: string, said: Utterance): Promise<Receipt> {
  const receipt = await slack.bot.receive(turnOf(origin, id, said));
  slack.count(receipt.isAgain ? "again" : "heard");
  slack.poke();
  return receipt;
}

/** What was said twice by mistake is counted once, and the person hears of it. */
export async function hearOnce(
  slack: Slack,
  origin: Origin,
  id: string,
  said: Utterance,
  trigger?: string,
): Promise<void> {
  const { isAgain } = await hear(slack, origin, id, said);
  if (isAgain) slack.after(() => tell(slack, origin, slack.words.says.doubled, trigger));
}
