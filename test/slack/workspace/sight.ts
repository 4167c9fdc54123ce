/** What people see in Slack, as it stands now. */
import type { Json } from "./block.ts";
import { directOf } from "./channel.ts";
import type { Platform, View } from "./platform.ts";
import { type Button, buttonsOf, textOf } from "./readable.ts";
import { type Shown, type ShownView, shownOf, shownView } from "./surface.ts";

/** A file that the app shared with somebody. */
export interface SharedFile {
  readonly name: string;
  readonly channel: string;
  readonly content: string;
}

export interface Sight {
  /** The app's direct and ephemeral messages to this person, in order; not what the person said. */
  seen(user: string): Shown[];
  /** The app's messages in a channel that everybody there sees. */
  channel(id: string): Shown[];
  home(user: string): ShownView | null;
  /** The view on top. */
  modal(user: string): ShownView | null;
  files(user: string): SharedFile[];
  /** The suggested prompts, and what the app says it is doing, in the direct messages. */
  prompts(user: string): Json | null;
  status(user: string): string | null;
  /** All readable text, a line for each part: labels of buttons, cells of tables, items of lists, errors. */
  textOf(shown: Shown | ShownView): string;
  buttonsOf(shown: Shown | ShownView): Button[];
}

export function newSight(platform: Platform): Sight {
  const direct = (user: string) => directOf(platform, user).id;
  const ours = (only: string | null, channel: string | null) =>
    platform.messages.filter((message) => {
      if (message.user !== platform.identity.botUserId) return false;
      return message.only === null ? message.channel === channel : message.only === only;
    });
  const viewed = (view: View | undefined) => (view ? shownView(platform, view) : null);
  return {
    textOf,
    buttonsOf,
    seen: (user) => ours(user, direct(user)).map(shownOf),
    channel: (id) => ours(null, id).map(shownOf),
    home: (user) => viewed(platform.homes.get(user)),
    modal: (user) => viewed(platform.stacks.get(user)?.at(-1)),
    files: (user) =>
      ours(user, direct(user)).flatMap(({ files, channel }) =>
        files.map(({ name, content }) => ({ name, channel, content: content.toString() })),
      ),
    prompts: (user) => platform.prompts.get(direct(user)) ?? null,
    status: (user) => platform.statuses.get(direct(user)) ?? null,
  };
}
