/** Whether an answer was what the person needed. What was not is collected without who said so. */
import { text } from "../../chat/reply.ts";
import { findAsked, noteUnanswered } from "../../store/questions.ts";
import { type Command, looking, saying } from "../commands/command.ts";

const EVER = "";

export const helped: Command = {
  word: "helped",
  run: ({ answers }) => saying(text(answers.content.says.helpedThanks)),
};

export const notIt: Command = {
  word: "notIt",
  run: ({ answers }) =>
    looking(async ({ room, found }) => {
      const { says } = answers.content;
      const asked = await findAsked(room.db, found.person.id, EVER);
      if (!asked) return saying(text(says.nothingRated));
      const { question, entry } = asked;
      const isMissing = entry === null;
      return {
        ...saying(text(isMissing ? says.unknownNoted : says.notItNoted)),
        keep: async (db, { person, at }) => {
          const unanswered = {
            person,
            question,
            reason: isMissing ? "none" : "not-it",
            nearest: entry ?? "",
          } as const;
          if (question !== "") await noteUnanswered(db, unanswered, at.slice(0, 10));
          return true;
        },
      };
    }),
};
