/** Whoever signs for Teams: real keys at an address of this machine, and tokens good and bad. */
import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { Json } from "../../slack/workspace/block.ts";
import { openLoopback } from "./loopback.ts";

export interface Minting {
  /** Over the good ones; `undefined` leaves a claim out. */
  readonly claims?: Json;
  /** Over the good ones. `alg` may be "none", or "HS256" with the public key as its secret. */
  readonly header?: Json;
  /** "unknown" is a key that is not published; "forged" signs with that one in the published one's name. */
  readonly key?: "published" | "unknown" | "forged";
}

export interface Issuer {
  readonly metadataUrl: string;
  /** A good token unless told otherwise. It holds by the real clock, as whoever checks it reads no other. */
  token(minting?: Minting): string;
  close(): Promise<void>;
}

interface Key {
  readonly id: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export const ISSUER = "https://api.botframework.com";
/** Seconds. */
const LIFE = 3_600;
const LEEWAY = 60;

// The same for every issuer of the process: botbuilder keeps the keys of an address for a day, and ports come again.
const PUBLISHED = newKey();
const UNKNOWN = newKey();

/** Signs for one app; `serviceUrl` is where the app may answer. */
export async function openIssuer(audience: string, serviceUrl: () => string): Promise<Issuer> {
  const server = await openLoopback(({ path }) => {
    if (path === "/keys") return { status: 200, body: { keys: [published(PUBLISHED)] } };
    if (path !== METADATA) return { status: 404, body: {} };
    const jwks_uri = `${server.origin}/keys`;
    const algorithms = { id_token_signing_alg_values_supported: ["RS256"] };
    return { status: 200, body: { issuer: ISSUER, jwks_uri, ...algorithms } };
  });
  return {
    metadataUrl: `${server.origin}${METADATA}`,
    token({ claims = {}, header = {}, key = "published" } = {}) {
      const [named, signing] = KEYS[key];
      const seconds = Math.floor(Date.now() / 1_000);
      const good = { iss: ISSUER, aud: audience, serviceurl: serviceUrl() };
      const lasting = { nbf: seconds - LEEWAY, exp: seconds + LIFE };
      return minted(
        { typ: "JWT", alg: "RS256", kid: named.id, x5t: named.id, ...header },
        { ...good, ...lasting, ...claims },
        signing,
      );
    },
    close: server.close,
  };
}

const METADATA = "/.well-known/openidconfiguration";
/** Whose name stands in the header, and who signs. */
const KEYS = {
  published: [PUBLISHED, PUBLISHED],
  unknown: [UNKNOWN, UNKNOWN],
  forged: [PUBLISHED, UNKNOWN],
} as const;

function newKey(): Key {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const der = publicKey.export({ type: "spki", format: "der" });
  return { id: createHash("sha1").update(der).digest("base64url"), publicKey, privateKey };
}

function published({ id, publicKey }: Key): Json {
  const { n, e } = publicKey.export({ format: "jwk" });
  return { kty: "RSA", use: "sig", kid: id, x5t: id, n, e, endorsements: ["msteams"] };
}

function minted(header: Json, claims: Json, key: Key): string {
  const encoded = (part: Json) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${signature(header.alg, content, key)}`;
}

function signature(algorithm: unknown, content: string, { publicKey, privateKey }: Key): string {
  if (algorithm === "none") return "";
  if (algorithm === "HS256") {
    const secret = publicKey.export({ type: "spki", format: "pem" });
    return createHmac("sha256", secret).update(content).digest("base64url");
  }
  return sign("sha256", Buffer.from(content), privateKey).toString("base64url");
}
