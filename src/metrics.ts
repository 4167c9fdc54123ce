/** What is measured while the program runs, in Prometheus' form. No label ever holds anything about a person. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Watch } from "./bot/watch.ts";

export interface Metrics {
  readonly watch: Watch;
  /** A fault of ours that a door caught. */
  fault(door: string): void;
  delivery(channel: string, outcome: string): void;
  /** What came in by a door, by how it ended. */
  request(door: string, outcome: string): void;
  /** What is known only by asking, at the moment when the figures are read. */
  gauge(name: string, help: string, read: () => Promise<number>): void;
  /** All figures, as text. */
  read(): Promise<string>;
  readonly contentType: string;
}

/** In seconds. */
const LATENCIES = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2];

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: "signpost_turns_total",
    help: "Turns received, by channel and outcome",
    labelNames: ["channel", "outcome"],
    registers,
  });
  const judged = new Histogram({
    name: "signpost_verdict_seconds",
    help: "How long it took to work out how one person stands",
    buckets: LATENCIES,
    registers,
  });
  const faults = new Counter({
    name: "signpost_faults_total",
    help: "Faults of ours, by the door that caught them",
    labelNames: ["door"],
    registers,
  });
  const deliveries = new Counter({
    name: "signpost_deliveries_total",
    help: "Tries to deliver a reply, by channel and outcome",
    labelNames: ["channel", "outcome"],
    registers,
  });
  const requests = new Counter({
    name: "signpost_requests_total",
    help: "What came in, by door and by how it ended: an HTTP status, or what was found out about it",
    labelNames: ["door", "outcome"],
    registers,
  });
  return {
    watch: {
      turn: (channel, outcome) => turns.inc({ channel, outcome }),
      judged: (seconds) => judged.observe(seconds),
    },
    fault: (door) => faults.inc({ door }),
    request: (door, outcome) => requests.inc({ door, outcome }),
    delivery: (channel, outcome) => deliveries.inc({ channel, outcome }),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          // While the database is away, the other figures are needed most.
          const value = await read().catch(() => Number.NaN);
          this.set(value);
        },
      });
    },
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
