/** remind me: a learner's own weekly reminder. */
import type { Choice } from "../../chat/reply.ts";
import { type Asker, type Command, looking, type Outcome } from "../commands/command.ts";
import { settleWeekly } from "./weekly.ts";

export const remind: Command = {
  word: "remind",
  run: (_, __, rest) => looking((asker) => settled(asker, rest)),
};

async function settled(asker: Asker, typed: string): Promise<Outcome> {
  const { parts, isOn, keep } = await settleWeekly(asker, "own", typed);
  const { afterwards } = asker.room.desk.cohortWords.buttons;
  return {
    events: [],
    parts: () => [...parts],
    ...(keep ? { keep } : {}),
    offers: { text: afterwards, choices: [...lines(asker, isOn)] },
  };
}

function lines({ room }: Asker, isOn: boolean): Choice[] {
  const { buttons, off, weekly } = room.desk.cohortWords.reminders;
  const { remind: phrases, gaps } = room.desk.interview.words.commands;
  const toggle = isOn
    ? { id: `${phrases[0]} ${off[0]}`, label: buttons.stop }
    : { id: `${phrases[0]} ${weekly[0]}`, label: buttons.weekly };
  return [{ id: gaps[0] ?? "", label: buttons.show }, toggle];
}
