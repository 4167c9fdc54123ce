/** What a reply is drawn with. */
import type { Reply } from "../../chat/reply.ts";
import type { Page } from "./card.ts";
import { pagesOf } from "./message.ts";
import { speakerOf } from "./reference.ts";
import type { Teams } from "./world.ts";

export interface Addressee {
  readonly tenant: string;
  readonly user: string;
}

/** The cards of a reply to one person. `drawing`: the number of the reply. */
export async function pagesFor(teams: Teams, to: Addressee, drawing: number, reply: Reply): Promise<Page[]> {
  const { words } = teams;
  return pagesOf(reply, { drawing, words, hasStarted: await hasStarted(teams, to, reply) });
}

/** Only asked where it makes a difference. */
async function hasStarted({ bot }: Teams, { tenant, user }: Addressee, reply: Reply): Promise<boolean> {
  if (reply.prompt || reply.isFarewell) return true;
  return (await bot.home(speakerOf(tenant, user))).hasStarted;
}
