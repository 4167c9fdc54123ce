/** Who holds the page's cookie speaks; who reads the database, or guesses, does not. */
import { describe, expect, test } from "vitest";
import { readSession, speakerOf } from "../../src/channels/web/session.ts";

const SECRET = "a secret of at least thirty-two characters";

describe("a session", () => {
  test("is 256 bits of which none can be told beforehand", () => {
    const tokens = Array.from({ length: 64 }, () =>
      Buffer.from(readSession(undefined, true).token, "base64url"),
    );
    for (const token of tokens) expect(token).toHaveLength(32);
    for (let at = 0; at < 32; at += 1)
      expect(new Set(tokens.map((token) => token[at])).size).toBeGreaterThan(32);
  });

  test("is kept as a hash that needs the secret, so that a copy of the database opens none", () => {
    const session = readSession(undefined, true);
    const { user } = speakerOf(session, "trainee", SECRET);
    expect(user).not.toContain(session.token);
    expect(user).not.toBe(speakerOf(session, "trainee", `${SECRET}!`).user);
    expect(user).not.toBe(speakerOf(session, "trainee", null).user);
    expect(user).toBe(speakerOf({ ...session, isNew: false }, "trainee", SECRET).user);
  });
});
