/** Seals what must not be read by whoever reads the database: AES-256-GCM, with keys made from the program's secrets. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

export interface Vault {
  /** `context` names whose it is, such as `slack:T0123`; under another context it does not open. */
  seal(plain: string, context: string): string;
  /** `isCurrent`: false where an earlier secret sealed it. Throws a VaultError, which never holds the content. */
  open(sealed: string, context: string): { readonly plain: string; readonly isCurrent: boolean };
}

/** What cannot be opened, with words for the person who runs the program. */
export class VaultError extends Error {
  override readonly name = "VaultError";
}

const FORMAT = "v1";
const CIPHER = "aes-256-gcm";
/** Bytes. */
const KEY = 32;
const NONCE = 12;
const TAG = 16;
const SEALED = /^v1\.([\w-]{8})\.([\w-]{16})\.([\w-]{22,})$/;

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Seals with `secret`, and opens what that or one of the `earlier` secrets sealed. `random` gives so many bytes. */
export function openVault(
  secret: string,
  earlier: readonly string[] = [],
  random: (size: number) => Buffer = randomBytes,
): Vault {
  const current = keyOf(secret);
  const keys = new Map([...earlier.map(keyOf), current].map((key) => [key.id, key]));
  return {
    seal(plain, context) {
      const nonce = random(NONCE);
      const cipher = createCipheriv(CIPHER, current.bytes, nonce, { authTagLength: TAG });
      cipher.setAAD(boundTo(current, context));
      const content = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return [FORMAT, current.id, nonce.toString("base64url"), content.toString("base64url")].join(".");
    },
    open(sealed, context) {
      const [, id = "", nonce = "", content = ""] = SEALED.exec(sealed) ?? [];
      if (id === "") throw damaged(context);
      const key = keys.get(id);
      if (!key) throw sealedByAnother(context);
      const plain = decipher(
        key,
        Buffer.from(nonce, "base64url"),
        Buffer.from(content, "base64url"),
        context,
      );
      return { plain, isCurrent: id === current.id };
    },
  };
}

/** The secret has 32 characters of a random generator or more, so that deriving the key need not be slow. */
function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "", `signpost vault ${FORMAT}`, KEY));
  return { bytes, id: createHash("sha256").update(bytes).digest("base64url").slice(0, 8) };
}

function boundTo({ id }: Key, context: string): Buffer {
  return Buffer.from(`${FORMAT}.${id}.${context}`, "utf8");
}

function decipher(key: Key, nonce: Buffer, content: Buffer, context: string): string {
  const end = content.length - TAG;
  try {
    const opened = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG });
    opened.setAAD(boundTo(key, context));
    opened.setAuthTag(content.subarray(end));
    return Buffer.concat([opened.update(content.subarray(0, end)), opened.final()]).toString("utf8");
  } catch {
    throw damaged(context);
  }
}

function damaged(context: string): VaultError {
  return new VaultError(
    `What is kept for ${context} is damaged, or was sealed for another. Nothing was read of it. Install the app there again.`,
  );
}

function sealedByAnother(context: string): VaultError {
  return new VaultError(
    `What is kept for ${context} was sealed with another secret. Set SIGNPOST_SECRET_BEFORE to the SIGNPOST_SECRET that was used before, or install the app there again.`,
  );
}
