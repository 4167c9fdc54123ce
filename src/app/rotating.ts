/** `signpost rotate-keys`: what is kept sealed is sealed anew by the current secret, so that the one before can be taken away. */
import { SLACK } from "../channels/slack/world.ts";
import { readConfig } from "../config.ts";
import { openExisting } from "../store/database.ts";
import { openVault } from "../vault.ts";
import { keeperOf } from "./installations.ts";

/** `isDone`: the earlier secret is not needed any more. */
export interface Rotated {
  readonly text: string;
  readonly isDone: boolean;
}

/** Throws a ConfigError or a StoreError. Programs that run meanwhile go on: they open what either secret sealed. */
export async function rotateKeys(environment: NodeJS.ProcessEnv): Promise<Rotated> {
  const config = readConfig(environment);
  const { SIGNPOST_SECRET: secret, SIGNPOST_SECRET_BEFORE: before } = environment;
  if (!secret)
    return {
      isDone: false,
      text: "Nothing is sealed without a SIGNPOST_SECRET. Set it to the new secret, and SIGNPOST_SECRET_BEFORE to the one that was used before.\n",
    };
  const db = await openExisting(config.database);
  try {
    const vault = openVault(secret, before ? [before] : []);
    const { count, unreadable } = await keeperOf(db, vault, SLACK, () => new Date()).reseal();
    const sealed = `${count} ${count === 1 ? "installation was" : "installations were"} sealed anew.`;
    const after = before
      ? "SIGNPOST_SECRET_BEFORE can be taken away once every copy of the program was started again."
      : "Everything else was sealed by the current secret already.";
    if (unreadable.length === 0) return { isDone: true, text: `${sealed} ${after}\n` };
    return { isDone: false, text: `${[sealed, ...unreadable].join("\n")}\n` };
  } finally {
    await db.destroy();
  }
}
