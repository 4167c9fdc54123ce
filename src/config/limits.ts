/** Reads how much is heard in a minute: `person=60 tenant=3000 address=1200`, or `off`. */
import { z } from "zod";
import { type Limits, USUAL_LIMITS } from "../limits.ts";

const LIMIT = /^(person|tenant|address)=([1-9]\d{0,6})$/;

/** null: nothing is limited. What is not named is as usual. */
export const limitsSchema = z
  .string()
  .default("")
  .transform((typed, context): Limits | null => {
    if (typed.trim() === "off") return null;
    const pairs = typed
      .trim()
      .split(/[\s,]+/)
      .filter((word) => word !== "")
      .map((word) => LIMIT.exec(word));
    if (pairs.some((pair) => pair === null)) {
      context.addIssue({
        code: "custom",
        message: "write how much is heard in a minute, such as person=60 tenant=3000 address=1200, or off",
      });
      return z.NEVER;
    }
    return { ...USUAL_LIMITS, ...Object.fromEntries(pairs.map((pair) => [pair?.[1], Number(pair?.[2])])) };
  });
