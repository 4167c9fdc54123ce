/** Looking without changing anything: why, review, gaps, help. */
import { text } from "../../chat/reply.ts";
import { said } from "../../interview/words.ts";
import { adviceOnView } from "../replies/advice-on-view.ts";
import { reviewParts } from "../replies/answers.ts";
import { type Command, saying } from "./command.ts";

export const why: Command = {
  word: "why",
  run(_, { open, outlook, around: { words } }) {
    const { says } = words;
    if (!open) return saying(text(says.whyNothing));
    if (!("question" in open)) return saying(text(says.whyCheck));
    const { id, why } = open.question;
    const settles = outlook.needs.get(id)?.settles.join(", ") ?? "";
    const because = settles === "" ? [] : [text(said(says.whyBecause, { settles }))];
    return saying(text(why), ...because);
  },
};

export const review: Command = {
  word: "review",
  run: (desk, view) => saying(...reviewParts(desk, view)),
};

export const gaps: Command = {
  word: "gaps",
  run: async (desk, view) => saying(...(await adviceOnView(desk, view))),
};

export const help: Command = {
  word: "help",
  run(_, { around: { words } }) {
    return saying({ kind: "list", title: words.says.help, items: words.says.helpCommands });
  },
};
