/** Names that stand for what was said. */
import { createHash } from "node:crypto";

/** A short name for what was said, that is the same each time and from which it cannot be read. */
export function hashed(said: unknown): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 22);
}
