/** Why Slack refused a call. */
import { z } from "zod";

const refusalSchema = z.object({ data: z.object({ error: z.string() }) });

/** Slack's own name for it, such as `token_revoked`; null where it did not answer so. */
export function refusalIn(error: unknown): string | null {
  const { data } = refusalSchema.safeParse(error);
  return data?.data.error ?? null;
}

/** Is the app not there any more? */
export function isGone(refusal: string | null): boolean {
  return refusal === "account_inactive" || refusal === "token_revoked";
}
