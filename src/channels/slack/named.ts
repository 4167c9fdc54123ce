/** Whom words in Slack name: people, and a user group. */
import type { Utterance } from "../../chat/turn.ts";
import { typedIn } from "./typed.ts";

/** What somebody typed, with whom they name. `bot`: a mention of us names nobody. */
export function saidIn(text: string, bot: string | null = null): Extract<Utterance, { text: string }> {
  const users = [...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].flatMap(([, user]) => user ?? []);
  const others = [...new Set(users)].filter((user) => user !== bot);
  const group = /<!subteam\^(S[A-Z0-9]+)(?:\|[^<>]*)?>/.exec(text)?.[1] ?? null;
  const named = others.length > 0 || group !== null ? { named: { users: others, group } } : {};
  return { text: typedIn(text), ...named };
}
