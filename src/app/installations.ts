/** Keeps a channel's installations in the database, sealed by the vault. */
import type { Kysely } from "kysely";
import type { Keeper } from "../channels/slack/credential.ts";
import {
  findInstallation,
  findInstallations,
  keepInstallation,
  keepRefreshed,
  leaseRefresh,
  removeInstallation,
  resealInstallation,
} from "../store/installations.ts";
import type { Schema } from "../store/schema.ts";
import { type Vault, VaultError } from "../vault.ts";

export interface Resealed {
  /** How many were sealed by an earlier secret, and now are by the current one. */
  readonly count: number;
  /** Words for each one that cannot be opened. */
  readonly unreadable: readonly string[];
}

/** For a channel: `reseal` is called once at start, and lets the secret used before be taken out afterwards. */
export function keeperOf(
  db: Kysely<Schema>,
  vault: Vault,
  channel: string,
  now: () => Date,
): Keeper & { reseal(): Promise<Resealed> } {
  const at = () => now().toISOString();
  const seal = (tenant: string, plain: string) => vault.seal(plain, `${channel}:${tenant}`);
  return {
    async find(tenant) {
      const found = await findInstallation(db, channel, tenant);
      if (!found) return null;
      const { plain } = vault.open(found.sealed, `${channel}:${tenant}`);
      return { secret: plain, expiresAt: found.expiresAt };
    },
    keep: (tenant, { secret, expiresAt }) =>
      keepInstallation(db, { channel, tenant, sealed: seal(tenant, secret), expiresAt, at: at() }),
    keepRefreshed: (tenant, { secret, expiresAt }, by) =>
      keepRefreshed(db, { channel, tenant, sealed: seal(tenant, secret), expiresAt, at: at(), by }),
    lease: (tenant, by, until) => leaseRefresh(db, { channel, tenant }, { by, now: at(), until }),
    remove: (tenant, only) => removeInstallation(db, channel, tenant, { at: at(), ...only }),
    reseal: () => reseal(db, vault, channel),
  };
}

async function reseal(db: Kysely<Schema>, vault: Vault, channel: string): Promise<Resealed> {
  let count = 0;
  const unreadable: string[] = [];
  for (const { tenant, sealed: before } of await findInstallations(db, channel)) {
    const context = `${channel}:${tenant}`;
    try {
      const { plain, isCurrent } = vault.open(before, context);
      if (isCurrent) continue;
      const sealed = vault.seal(plain, context);
      if (await resealInstallation(db, { channel, tenant }, { before, sealed })) count += 1;
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      unreadable.push(error.message);
    }
  }
  return { count, unreadable };
}
