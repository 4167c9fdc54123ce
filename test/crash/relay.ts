/** A door for the crash tests that behaves as a chat platform's: what is kept is acknowledged, replies are sent later. */
import type { Door } from "../../src/app/door.ts";
import type { Channel, Letter, Outcome } from "../../src/chat/channel.ts";

export const RELAY = "relay";
export const TENANT = "crash";

/** What the driver posts to /relay. */
export interface Heard {
  readonly id: string;
  readonly user: string;
  readonly conversation: string;
  readonly text: string;
}

/** `sink` is where letters go. */
export function relayDoor(sink: string): Door {
  return async ({ server, bot, poke, fault }) => {
    server.post("/relay", async (request, reply) => {
      const { id, user, conversation, text } = request.body as Heard;
      const from = { channel: RELAY, tenant: TENANT, user };
      try {
        const { isAgain } = await bot.receive({ id: turnOfRelay(id), from, conversation, said: { text } });
        poke();
        return { isAgain };
      } catch (error) {
        fault(RELAY);
        request.log.error({ turn: id, err: error }, "a fault in the relay");
        const words = bot.fault(id).parts.map((part) => ("text" in part ? part.text : ""));
        return reply.code(503).send({ error: words.join(" ") });
      }
    });
    return relayTo(sink);
  };
}

/** The id under which a turn of the relay is kept. */
export function turnOfRelay(id: string): string {
  return `${RELAY}:${id}`;
}

/** What the sink is told. */
export interface Posted {
  readonly id: string;
  readonly reply: Letter["reply"];
  /** The process that posted it. */
  readonly by: number;
}

function relayTo(sink: string): Channel {
  return {
    name: RELAY,
    async deliver({ id, reply }, signal): Promise<Outcome> {
      const body = JSON.stringify({ id, reply, by: process.pid } satisfies Posted);
      const response = await fetch(sink, { method: "POST", body, signal });
      await response.arrayBuffer();
      if (response.ok) return { kind: "delivered" };
      const afterSeconds = Number(response.headers.get("retry-after") ?? 0);
      return { kind: "later", reason: `the sink said ${response.status}`, afterSeconds };
    },
  };
}
