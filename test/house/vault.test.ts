import { describe, expect, test } from "vitest";
import { openVault, VaultError } from "../../src/vault.ts";

const SECRET = "a-secret-of-at-least-thirty-two-characters";
const BEFORE = "the-secret-of-last-year-with-enough-characters";
const PLAIN = '{"token":"xoxb-nobody-may-see-this"}';
const WHOSE = "slack:T0123";

/** Another character at this place. */
function changed(sealed: string, place: number): string {
  const at = place < 0 ? sealed.length + place : place;
  return `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
}

function refusal(sealed: string, context = WHOSE): string {
  try {
    openVault(SECRET).open(sealed, context);
  } catch (error) {
    expect(error).toBeInstanceOf(VaultError);
    return (error as Error).message;
  }
  throw new Error("it opened");
}

describe("the vault", () => {
  test.each([PLAIN, "", "é 🔑 \n", "x".repeat(10_000)])("opens what it sealed: %#", (plain) => {
    const vault = openVault(SECRET);
    expect(vault.open(vault.seal(plain, WHOSE), WHOSE)).toEqual({ plain, isCurrent: true });
  });

  test("names its format and its key, and shows nothing of the content or the secret", () => {
    const sealed = openVault(SECRET).seal(PLAIN, WHOSE);
    expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]+$/);
    for (const hidden of [PLAIN, SECRET])
      for (const encoding of ["utf8", "base64url", "hex"] as const)
        expect(sealed).not.toContain(Buffer.from(hidden).toString(encoding).slice(0, 16));
  });

  test("seals the same content in another way each time, by a nonce of twelve bytes", () => {
    const sizes: number[] = [];
    const random = (size: number) => Buffer.alloc(size, sizes.push(size));
    const vault = openVault(SECRET, [], random);
    const [first, second] = [vault.seal(PLAIN, WHOSE), vault.seal(PLAIN, WHOSE)];
    expect(sizes).toEqual([12, 12]);
    expect(first.split(".")[2]).toBe(Buffer.alloc(12, 1).toString("base64url"));
    expect(first.split(".")[3]).not.toBe(second.split(".")[3]);
    expect(openVault(SECRET).seal(PLAIN, WHOSE)).not.toBe(openVault(SECRET).seal(PLAIN, WHOSE));
  });

  test("opens nothing under the name of another tenant", () => {
    const sealed = openVault(SECRET).seal(PLAIN, WHOSE);
    expect(refusal(sealed, "slack:T0124")).toContain("slack:T0124 is damaged, or was sealed for another");
  });

  const SEALED = openVault(SECRET).seal(PLAIN, WHOSE);
  test.each([
    ["a changed format", SEALED.replace("v1", "v2")],
    ["a changed nonce", changed(SEALED, 13)],
    ["changed content", changed(SEALED, 30)],
    ["a changed end", changed(SEALED, -2)],
    ["a part cut off", SEALED.slice(0, -20)],
    ["an end too short to prove anything", SEALED.split(".").slice(0, 3).concat("A".repeat(8)).join(".")],
    ["something else", PLAIN],
    ["nothing", ""],
  ])("does not open %s, and says whose it is and what to do", (_, sealed) => {
    expect(sealed).not.toBe(SEALED);
    const said = refusal(sealed);
    expect(said).toContain(`${WHOSE} is damaged`);
    expect(said).toContain("Install the app there again");
    expect(said).not.toContain("xoxb");
  });

  test("does not open what was sealed with a secret that it does not know, and names the variable", () => {
    const said = refusal(openVault(BEFORE).seal(PLAIN, WHOSE));
    expect(said).toContain(`${WHOSE} was sealed with another secret`);
    expect(said).toContain("SIGNPOST_SECRET_BEFORE");
    expect(said).not.toContain(BEFORE);
  });

  test("opens what an earlier secret sealed, says so, and seals with the current one", () => {
    const old = openVault(BEFORE).seal(PLAIN, WHOSE);
    const vault = openVault(SECRET, ["another-one-from-even-longer-ago-than-that", BEFORE]);
    expect(vault.open(old, WHOSE)).toEqual({ plain: PLAIN, isCurrent: false });
    expect(openVault(SECRET).open(vault.seal(PLAIN, WHOSE), WHOSE).isCurrent).toBe(true);
  });

  test("takes a secret that is named as the earlier one too for the current one", () => {
    const vault = openVault(SECRET, [SECRET]);
    expect(vault.open(vault.seal(PLAIN, WHOSE), WHOSE).isCurrent).toBe(true);
  });
});
