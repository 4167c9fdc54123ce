/** The logs of a whole run of the tests, searched at its end for what must never stand in one. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../coverage/logs.txt", import.meta.url));

/** Who speaks in the tests of logs says these; no other test writes them. */
export const PLANTED = {
  name: "Zebedee Quartermain-Plover",
  contact: "zebedee.qp@college.example",
  said: "log practice 3.75 hours with groups",
  secret: "planted-secret-0123456789-0123456789",
} as const;

/** What tests give programs as secrets, and what people plant. */
const NEVER: readonly RegExp[] = [
  /Zebedee|Quartermain|zebedee\.qp|3\.75/,
  /planted-secret/,
  /a secret of at least thirty-two|a-secret-of-at-least-thirty-two|a secret that is long enough/,
  /a signing secret|client-secret|xox[abe]-|xapp-|the app's own/,
  /Bearer ey/,
];

export function keepLog(text: string): void {
  if (text !== "") appendFileSync(FILE, text);
}

/** The lines in which something stands that must not. */
export function forbiddenIn(logs: string): string[] {
  return logs.split("\n").filter((line) => NEVER.some((pattern) => pattern.test(line)));
}

export default function setUp(): () => void {
  mkdirSync(new URL("../coverage", import.meta.url), { recursive: true });
  rmSync(FILE, { force: true });
  return () => {
    const found = existsSync(FILE) ? forbiddenIn(readFileSync(FILE, "utf8")) : [];
    if (found.length === 0) return;
    process.exitCode = 1;
    throw new Error(
      `${found.length} log lines hold what must never stand in one:\n${found.slice(0, 5).join("\n")}`,
    );
  };
}
