/** Which conversations are a person's own: with them alone, wherever they are held. */
import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

/** The ids of the conversations with any of the person's identities. */
export async function findOwn(db: Kysely<Schema>, person: string): Promise<string[]> {
  const own = await db
    .selectFrom("conversations")
    .innerJoin("identities", (join) =>
      join
        .onRef("identities.channel", "=", "conversations.channel")
        .onRef("identities.tenant", "=", "conversations.tenant"),
    )
    .select("conversations.id")
    .where("identities.person", "=", person)
    .where(isOwn)
    .execute();
  return own.map(({ id }) => id);
}

/** The address of a conversation is the user it is with, and after that perhaps where it is held. */
const isOwn = sql<boolean>`(conversations.address = identities."user"
  or substr(conversations.address, 1, length(identities."user") + 1)
    in (identities."user" || '@', identities."user" || '/'))`;
