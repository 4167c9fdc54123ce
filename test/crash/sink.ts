/** Where the relay's letters arrive: a platform that is sometimes busy, silent or cut off. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Dice } from "./dice.ts";
import type { Posted } from "./relay.ts";

/** A letter that was read, and whether its sender was told so. */
export interface Receipt extends Posted {
  readonly at: number;
  readonly isAnswered: boolean;
}

export interface Sink {
  readonly address: string;
  /** In the order in which they came. */
  readonly receipts: readonly Receipt[];
  /** How often a letter was refused without having been read. */
  readonly refusals: number;
  close(): void;
}

type Manner = "takes" | "is busy" | "asks to wait" | "hangs up" | "says nothing";

/** `faults`: about one letter in so many is answered badly; 0 for none. */
export async function openSink(dice: Dice, faults: number): Promise<Sink> {
  const receipts: Receipt[] = [];
  let refusals = 0;
  const manner = (): Manner => {
    if (faults === 0 || !dice.once(faults)) return "takes";
    return dice.pick(["is busy", "is busy", "asks to wait", "hangs up", "hangs up", "says nothing"]);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const posted = JSON.parse(await text(request)) as Posted;
    const how = manner();
    const read = (isAnswered: boolean) => receipts.push({ ...posted, at: Date.now(), isAnswered });
    switch (how) {
      case "takes":
        read(true);
        response.writeHead(200).end();
        return;
      case "is busy":
        refusals += 1;
        response.writeHead(503).end();
        return;
      case "asks to wait":
        refusals += 1;
        response.writeHead(429, { "retry-after": "1" }).end();
        return;
      case "hangs up":
        read(false);
        request.socket.destroy();
        return;
      case "says nothing":
        // The sender gives up by itself.
        read(false);
    }
  };
  const server = createServer((request, response) => {
    // A sender that was killed leaves half a letter.
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    receipts,
    get refusals() {
      return refusals;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
