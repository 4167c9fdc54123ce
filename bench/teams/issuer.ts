/** Who signs the bench's requests as Microsoft would, and where its bots may answer. */
import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export const APP = {
  id: "22222222-2222-2222-2222-222222222222",
  tenant: "11111111-1111-1111-1111-111111111111",
};
const ISSUER = "https://api.botframework.com";

export interface Issuer {
  readonly metadata: string;
  token(serviceUrl: string): string;
  close(): void;
}

export async function openIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const { n, e } = publicKey.export({ format: "jwk" });
  let origin = "";
  const key = { kty: "RSA", use: "sig", kid: "bench", x5t: "bench", n, e, endorsements: ["msteams"] };
  const server = createServer(({ url }, response) => {
    const body = url === "/keys" ? { keys: [key] } : { issuer: ISSUER, jwks_uri: `${origin}/keys` };
    response.end(JSON.stringify(body));
  });
  origin = await listening(server);
  return {
    metadata: `${origin}/.well-known/openidconfiguration`,
    token(serviceurl) {
      const seconds = Math.floor(Date.now() / 1_000);
      const claims = { iss: ISSUER, aud: APP.id, serviceurl, nbf: seconds - 60, exp: seconds + 3_600 };
      const content = [{ typ: "JWT", alg: "RS256", kid: "bench" }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
        .join(".");
      return `${content}.${sign("sha256", Buffer.from(content), privateKey).toString("base64url")}`;
    },
    close: () => void server.close(),
  };
}

/** The address of a server that listens on 127.0.0.1 from now on. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What botbuilder has to be told of the issuer: with one address it wants to be told all. */
export function addressesOf(metadata: string) {
  return {
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
    ToChannelFromBotOAuthScope: ISSUER,
    OAuthUrl: ISSUER,
  };
}
