/** Leads each connection to the next of several programs that listens, as a load balancer does. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Proxy {
  readonly address: string;
  close(): void;
}

export async function openProxy(ports: readonly number[]): Promise<Proxy> {
  const open = new Set<Socket>();
  let next = 0;
  const lead = (from: Socket, left: number) => {
    const port = ports[next % ports.length];
    next += 1;
    if (left === 0 || port === undefined) return void from.destroy();
    const to = connect(port, "127.0.0.1");
    to.once("error", () => lead(from, left - 1));
    to.once("connect", () => {
      to.removeAllListeners("error");
      join(from, to);
      join(to, from);
    });
  };
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
    lead(socket, ports.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** What one side says goes to the other; where one is cut off, so is the other. */
function join(from: Socket, to: Socket): void {
  from.on("error", () => to.destroy());
  from.once("close", () => to.destroy());
  from.pipe(to);
}
