/** The variables of the environment that are about Teams, and what is wrong about them together. */
import { z } from "zod";
import type { Flaw } from "../facts/flaw.ts";
import { isLoopback } from "./loopback.ts";

export interface TeamsConfig {
  /** null where anybody may speak as Teams: with a local client, on this computer only. */
  readonly app: TeamsApp | null;
}

export interface TeamsApp {
  /** A GUID, in small letters, as are the other two where they are GUIDs. */
  readonly id: string;
  readonly password: string;
  /** The one directory whose people may speak. */
  readonly tenant: string;
}

/** Where an admin copies each of the three from. */
const PLACES = {
  TEAMS_APP_ID: "copy the Microsoft App ID from the Azure Bot, Configuration",
  TEAMS_APP_PASSWORD:
    "copy the Value, not the Secret ID, from the app registration in Microsoft Entra, Certificates & secrets",
  TEAMS_TENANT_ID: "copy the Directory (tenant) ID from the app registration in Microsoft Entra, Overview",
} as const;

export const TEAMS_VARIABLES = {
  TEAMS_APP_ID: z.guid(`this is not an app id; ${PLACES.TEAMS_APP_ID}`).toLowerCase().optional(),
  TEAMS_APP_PASSWORD: z
    .string()
    .refine(isNotGuid, `this is the id of a secret, not the secret; ${PLACES.TEAMS_APP_PASSWORD}`)
    .optional(),
  TEAMS_TENANT_ID: z.guid(`this is not a directory's id; ${PLACES.TEAMS_TENANT_ID}`).toLowerCase().optional(),
  TEAMS_ANONYMOUS: z.enum(["yes"]).optional(),
};
type Named = Readonly<Partial<Record<keyof typeof TEAMS_VARIABLES | "SIGNPOST_HOST", string | undefined>>>;

const NEEDED = ["TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"] as const;

/** `set`: variables that are set to something. What each may be alone is judged elsewhere. */
export function teamsFlaws(set: Named): Flaw[] {
  if (set.TEAMS_ANONYMOUS !== undefined) return anonymousFlaws(set);
  const missing = NEEDED.filter((name) => set[name] === undefined);
  if (missing.length === NEEDED.length) return [];
  return missing.map((path) => ({ path, wrong: "Teams cannot be set up without it", right: PLACES[path] }));
}

/** Whoever reaches the program could speak as anybody, so nobody but this computer may reach it. */
function anonymousFlaws({ SIGNPOST_HOST: host = "127.0.0.1", ...set }: Named): Flaw[] {
  const path = "TEAMS_ANONYMOUS";
  const flaws: Flaw[] = [];
  const beside = NEEDED.filter((name) => set[name] !== undefined);
  if (beside.length > 0) {
    const right = "take it out for real use, or take them out to try Teams on this computer";
    flaws.push({ path, wrong: `it stands beside ${beside.join(" and ")}`, right });
  }
  if (!isLoopback(host)) {
    const right = `set SIGNPOST_HOST=127.0.0.1, or set ${NEEDED.join(", ")} instead`;
    flaws.push({ path, wrong: "everybody who can reach the program could speak as anybody", right });
  }
  return flaws;
}

/** null where nothing about Teams is set. Only for variables without flaws. */
export function teamsFrom(set: Named): TeamsConfig | null {
  if (set.TEAMS_ANONYMOUS !== undefined) return { app: null };
  const { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: tenant } = set;
  if (id === undefined || password === undefined || tenant === undefined) return null;
  return { app: { id, password, tenant } };
}

function isNotGuid(text: string): boolean {
  return !z.guid().safeParse(text).success;
}
