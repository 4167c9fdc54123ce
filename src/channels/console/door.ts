/** Where a fault of ours is caught, once: it is told to whoever runs the program, and the person gets a calm sentence. */
import type { Bot } from "../../bot/bot.ts";
import type { Reply } from "../../chat/reply.ts";
import type { Utterance } from "../../chat/turn.ts";

export interface Door {
  /** `show` gives the reply to the person; then it counts as delivered. */
  receive(said: Utterance, user: string, show: (reply: Reply) => void): Promise<Reply>;
}

/** `newId` makes turn ids short enough to quote; `complain` gets the fault with the id. */
export function openDoor(bot: Bot, newId: () => string, complain: (fault: string) => void): Door {
  return {
    async receive(said, user, show) {
      const id = newId();
      const from = { channel: "console", tenant: "local", user };
      try {
        const receipt = await bot.receive({ id: `console:${id}`, from, conversation: user, said });
        show(receipt.reply);
        await bot.delivered(receipt);
        return receipt.reply;
      } catch (error) {
        complain(`turn ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        const fault = bot.fault(id);
        show(fault);
        return fault;
      }
    },
  };
}
