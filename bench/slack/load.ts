/** Sends clicks over keep-alive connections: each person's one after the other, so many people at once. */
import { Agent, request } from "node:http";
import type { Click } from "./clicks.ts";

export const CONNECTIONS = 32;

export interface Loaded {
  readonly perSecond: number;
  /** Milliseconds from a click to its acknowledgement. */
  readonly p50: number;
  readonly p99: number;
}

/** `perSecond`: how many clicks are begun; as many as are acknowledged unless told. Throws where one is not. */
export async function load(
  port: number,
  people: readonly (readonly Click[])[],
  perSecond?: number,
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = [...people];
  const times: number[] = [];
  const start = performance.now();
  let begun = 0;
  const turn = async () => {
    if (perSecond === undefined) return;
    const due = start + (begun / perSecond) * 1_000;
    begun += 1;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
  };
  const clickOn = async () => {
    for (let clicks = waiting.pop(); clicks; clicks = waiting.pop())
      for (const click of clicks) {
        await turn();
        times.push(await acknowledged(agent, port, click));
      }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, clickOn));
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function acknowledged(agent: Agent, port: number, { headers, body }: Click): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: "127.0.0.1", path: "/slack/events", method: "POST", headers });
    sent.on("error", reject);
    sent.on("response", (response) => {
      response.resume();
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(performance.now() - start)
          : reject(new Error(`A click was answered ${response.statusCode}`)),
      );
    });
    sent.end(body);
  });
}
