/** Who may make teams: the variable that names managers by how their channel knows them. */
import { z } from "zod";

/** Somebody as a channel knows them. */
export interface Named {
  readonly channel: string;
  readonly tenant: string;
  readonly user: string;
}

const EACH = /^(slack|teams):([^\s:,]+):([^\s:,]+)$/;
const EXAMPLE = "slack:T0123ABCD:U0123ABCD";

/** `slack:WORKSPACE:MEMBER` or `teams:DIRECTORY:PERSON`, with commas between them. */
export const managersSchema = z
  .string()
  .refine(
    (text) => itemsOf(text).every((item) => EACH.test(item)),
    `write each as ${EXAMPLE} or teams:DIRECTORY-ID:OBJECT-ID, with commas between them`,
  )
  .default("")
  .transform((text): Named[] =>
    itemsOf(text).flatMap((item) => {
      const [, channel, tenant, user] = EACH.exec(item) ?? [];
      return channel && tenant && user ? [{ channel, tenant, user }] : [];
    }),
  );

function itemsOf(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
