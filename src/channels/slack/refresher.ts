/** Finds what is kept of an installation, with a token that lives: where it runs out soon, one program renews it. */
import { z } from "zod";
import { type Credential, credentialOf, type Keeper, keptOf } from "./credential.ts";
import { isGone, refusalIn } from "./refusal.ts";

export interface Refreshing {
  readonly keeper: Keeper;
  /** Spends a refresh token. Gives what Slack answers; throws where it refuses, or does not answer in time. */
  exchange(refreshToken: string): Promise<unknown>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Who holds the lease: another name in each program. */
  readonly by: string;
  wait(milliseconds: number): Promise<void>;
  /** Tells whoever runs the program. */
  complain(line: string): void;
}

/** Milliseconds. */
const SOON = 2 * 3_600_000;
/** Longer than a call to Slack may take. What failed is tried again once it has run out. */
const LEASE = 30_000;
const PAUSE = 200;
/** Slack waits 3 s for us; by then it is told to come again. */
const LOOKS = 8;
const KEEPING_TRIES = 3;
/** Slack's name for a refresh token that it never takes again. */
const SPENT = "invalid_refresh_token";

const renewedSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number().describe("Seconds"),
});

/** Finds a tenant's; null where there is none. Throws where its token has run out and is not renewed yet. */
export function openRefresher(options: Refreshing): (tenant: string) => Promise<Credential | null> {
  const { keeper, now, wait } = options;

  async function read(tenant: string): Promise<Credential | null> {
    const kept = await keeper.find(tenant);
    return kept && credentialOf(tenant, kept);
  }

  const isLiving = ({ expiresAt }: Credential, longer = 0) =>
    expiresAt === null || Date.parse(expiresAt) > now() + longer;
  const isDue = (credential: Credential) => credential.refreshToken !== null && !isLiving(credential, SOON);

  /** Somebody else renews it: what was found lasts as long as it lives, then theirs is waited for. */
  async function awaitOther(found: Credential): Promise<Credential | null> {
    let latest: Credential | null = found;
    for (let looks = 0; latest && !isLiving(latest); looks += 1) {
      if (looks === LOOKS) throw hasRunOut(found.tenant);
      await wait(PAUSE);
      latest = await read(found.tenant);
    }
    return latest;
  }

  async function renew(tenant: string): Promise<Credential | null> {
    // Whoever held the lease before may have renewed it since it was read.
    const current = await read(tenant);
    if (!current || !isDue(current)) return current;
    const { renewed, refusal } = await spend(current, options);
    if (renewed && (await keepPatiently(renewed, options))) return renewed;
    if (isGone(refusal) && (await keeper.remove(tenant, { by: options.by }))) return null;
    // It may have been installed anew meanwhile; else the old token is used as long as it lives.
    const latest = await read(tenant);
    if (!latest || isLiving(latest)) return latest;
    // Only who installs the app again can help, and is told so where the app is not found.
    if (refusal === SPENT) return null;
    throw hasRunOut(tenant);
  }

  return async (tenant) => {
    const found = await read(tenant);
    if (!found || !isDue(found)) return found;
    const until = new Date(now() + LEASE).toISOString();
    return (await keeper.lease(tenant, options.by, until)) ? renew(tenant) : awaitOther(found);
  };
}

function hasRunOut(tenant: string): Error {
  return new Error(`The token of slack:${tenant} has run out, and a new one could not be fetched yet.`);
}

interface Spent {
  readonly renewed: Credential | null;
  /** Slack's name for why it refused; null where it did not. */
  readonly refusal: string | null;
}

/** A refresh token can be spent once. */
async function spend(current: Credential, { exchange, now, complain }: Refreshing): Promise<Spent> {
  try {
    const answer = await exchange(current.refreshToken ?? "");
    const { access_token: token, refresh_token: refreshToken, expires_in } = renewedSchema.parse(answer);
    const expiresAt = new Date(now() + expires_in * 1_000).toISOString();
    return { renewed: { ...current, token, refreshToken, expiresAt }, refusal: null };
  } catch (error) {
    const refusal = refusalIn(error);
    const why = refusal ?? (error instanceof z.ZodError ? "the answer was not understood" : "no answer");
    complain(
      `The token of slack:${current.tenant} could not be renewed (${why}). It is tried again; where that never helps, install the app there again.`,
    );
    return { renewed: null, refusal };
  }
}

/** The old refresh token is spent by now: a moment's trouble of the database must not lose what came for it. */
async function keepPatiently(renewed: Credential, options: Refreshing): Promise<boolean> {
  const { keeper, by, wait } = options;
  for (let tries = 1; ; tries += 1) {
    try {
      return await keeper.keepRefreshed(renewed.tenant, keptOf(renewed), by);
    } catch (error) {
      if (tries === KEEPING_TRIES) throw error;
      await wait(PAUSE);
    }
  }
}
