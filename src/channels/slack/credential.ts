/** What is kept of an installation, and by whom. */
import { z } from "zod";

/** What nobody may see, and what goes with it. */
const secretSchema = z.object({
  token: z.string(),
  refreshToken: z.string().nullable(),
  botId: z.string(),
  botUserId: z.string(),
  appId: z.string().nullable(),
});

/** An installation with what renews its token. */
export interface Credential extends Readonly<z.infer<typeof secretSchema>> {
  /** A workspace, or an organisation with all of its workspaces. */
  readonly tenant: string;
  /** ISO time at which the token runs out; null where it never does. */
  readonly expiresAt: string | null;
}

export interface Kept {
  /** JSON text, to be sealed before it is written anywhere. */
  readonly secret: string;
  readonly expiresAt: string | null;
}

/** Where installations are kept, sealed. */
export interface Keeper {
  /** Throws where what is kept cannot be opened, with words for whoever runs the program. */
  find(tenant: string): Promise<Kept | null>;
  /** Takes the place of what was kept, and ends any lease. */
  keep(tenant: string, kept: Kept): Promise<void>;
  /** True where the token is `by`'s to renew until that ISO time. */
  lease(tenant: string, by: string, until: string): Promise<boolean>;
  /** Keeps what was renewed; false where the lease is not `by`'s any more. */
  keepRefreshed(tenant: string, kept: Kept, by: string): Promise<boolean>;
  /**
   * With `by`: only while that one holds the lease; with `until` (ISO time): only what was not kept later. False where
   * nothing was removed.
   */
  remove(tenant: string, only?: { readonly by?: string; readonly until?: string }): Promise<boolean>;
}

export function keptOf({ tenant: _, expiresAt, ...secret }: Credential): Kept {
  return { secret: JSON.stringify(secret), expiresAt };
}

export function credentialOf(tenant: string, { secret, expiresAt }: Kept): Credential {
  return { tenant, ...secretSchema.parse(JSON.parse(secret)), expiresAt };
}
