/** How much is heard in a minute, as it is configured. */
import { type Gauge, openGauge, UNLIMITED } from "../bot/too-fast.ts";
import type { Config } from "../config.ts";
import { type Limit, NO_LIMIT, openLimit } from "../limits.ts";

/** Of one address. */
export function addressesOf({ limits }: Config): Limit {
  return limits ? openLimit(limits.address, passed) : NO_LIMIT;
}

/** Milliseconds that nobody can set back. */
export function passed(): number {
  return performance.now();
}

/** Of one person and one tenant. A page that only this computer reaches is not limited: nobody else could swamp it. */
export function gaugeOf({ limits, web }: Config): Gauge {
  if (!limits) return UNLIMITED;
  const gauge = openGauge(limits, passed);
  return (from) => (from.channel === "web" && !web?.isPublic ? "within" : gauge(from));
}
