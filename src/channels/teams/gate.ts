/** The gate: refuses what cannot come from Teams to us before it is read. Signatures are verified behind it. */
import { z } from "zod";

export interface App {
  /** The app's id in Microsoft Entra, a GUID. */
  readonly id: string;
  /** The one directory whose people may speak. */
  readonly tenant: string;
}

export interface Gate {
  /** null for a bot that knows nobody, on this computer only. */
  readonly app: App | null;
  /** Hosts that replies may be sent to. */
  readonly serviceHosts: readonly string[];
  /** Milliseconds since 1970. */
  now(): number;
}

/** 401: it is not known who asks. 403: it is, and they may not. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly why: string;
}

/** Where Teams takes replies: everybody's, and those of the governments' clouds. */
export const SERVICE_HOSTS = [
  "smba.trafficmanager.net",
  "smba.infra.gcc.teams.microsoft.com",
  "smba.infra.gov.teams.microsoft.us",
] as const;

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  tid: z.string().optional(),
  exp: z.number().describe("Seconds since 1970"),
  nbf: z.number().default(0),
});

/** Seconds that two clocks may differ. */
const LEEWAY = 300;

/** By the header alone, before the body is taken in. */
export function refusedByHeader({ app, now }: Gate, authorization: string | undefined): Refusal | null {
  if (!app) return null;
  const [scheme, token, ...rest] = (authorization ?? "").split(" ");
  if (scheme !== "Bearer" || !token || rest.length > 0) return unauthorised("no token");
  const claims = claimsIn(token);
  if (!claims) return unauthorised("no token that can be read");
  const { iss, aud, tid, exp, nbf } = claims;
  const seconds = now() / 1_000;
  if (exp < seconds - LEEWAY || nbf > seconds + LEEWAY) return unauthorised("not valid now");
  if (!issuersOf(app).includes(iss)) return unauthorised("issuer");
  if (aud !== app.id) return unauthorised("audience");
  return tid !== undefined && tid !== app.tenant ? { status: 403, why: "tenant" } : null;
}

const bodySchema = z.object({
  type: z.string(),
  channelId: z.literal("msteams"),
  serviceUrl: z.string(),
  conversation: z.object({ id: z.string(), tenantId: z.string().optional() }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
});

/** By what stands around the activity. */
export function refusedByBody({ app, serviceHosts }: Gate, body: unknown): Refusal | null {
  const { data } = bodySchema.safeParse(body);
  if (!data) return { status: 403, why: "not an activity of Teams" };
  const { conversation, channelData, serviceUrl } = data;
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
  if (tenants.length === 0 || (app && tenants.some((id) => id !== app.tenant)))
    return { status: 403, why: "tenant" };
  return isService(serviceUrl, serviceHosts, app === null) ? null : { status: 403, why: "service URL" };
}

/** Replies carry a token, so they go nowhere else; in the clear only where there is none. */
function isService(address: string, hosts: readonly string[], isAnonymous: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const isSafe = protocol === "https:" || ((isAnonymous || hostname === "127.0.0.1") && protocol === "http:");
  return isSafe && hosts.includes(hostname);
}

/** Microsoft's own, and those of the directory, as tokens for an app of one directory may bear them. */
function issuersOf({ tenant }: App): string[] {
  return [
    "https://api.botframework.com",
    `https://sts.windows.net/${tenant}/`,
    `https://login.microsoftonline.com/${tenant}/v2.0`,
  ];
}

function claimsIn(token: string): z.infer<typeof claimsSchema> | null {
  const [, payload = ""] = token.split(".");
  try {
    return claimsSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString())).data ?? null;
  } catch {
    return null;
  }
}

function unauthorised(why: string): Refusal {
  return { status: 401, why };
}
