/** Keeps how a channel reaches each person's own conversation. */
import type { Kysely } from "kysely";
import { conversationId, findReference, keepReference } from "../store/conversations.ts";
import type { Schema } from "../store/schema.ts";

export interface ReferenceKeeper {
  /** null where it is not known, or not any more. */
  find(tenant: string, user: string): Promise<unknown>;
  /** `reference`: plain data. */
  keep(tenant: string, user: string, reference: unknown): Promise<void>;
  drop(tenant: string, user: string): Promise<void>;
}

export function referencesOf(db: Kysely<Schema>, channel: string, now: () => Date): ReferenceKeeper {
  const keep = (tenant: string, address: string, reference: string | null) =>
    keepReference(db, { channel, tenant }, { address, reference, at: now().toISOString() });
  return {
    async find(tenant, user) {
      const kept = await findReference(db, conversationId({ channel, tenant }, user));
      return kept === null ? null : JSON.parse(kept);
    },
    keep: (tenant, user, reference) => keep(tenant, user, JSON.stringify(reference)),
    drop: (tenant, user) => keep(tenant, user, null),
  };
}
