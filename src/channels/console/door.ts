/** Where a fault of ours is caught, once: it is told to whoever runs the program, and the person gets a calm sentence. */
import type { Bot } from "../../bot/bot.ts";
import type { Reply } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";

export interface Door {
  receive(said: Turn["said"], person: string): Promise<Reply>;
}

/** `newId` makes turn ids short enough to quote; `complain` gets the fault with the id. */
export function openDoor(bot: Bot, newId: () => string, complain: (fault: string) => void): Door {
  return {
    async receive(said, person) {
      const id = newId();
      try {
        return await bot.receive({ id, person, said });
      } catch (error) {
        complain(`turn ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return bot.fault(id);
      }
    },
  };
}
