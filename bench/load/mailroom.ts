/** Everything that arrived at the platforms, and what each person sees now. */
import { createHash } from "node:crypto";
import type { Shown } from "./shown.ts";

/** A message that a platform took. */
export interface Arrival {
  /** Its key in the database. */
  readonly conversation: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Which replica brought it; null where it came as the answer to a request, by whichever heard that. */
  readonly by: number | null;
  /** Of the reply whose last page it is; null for a page before it, or a file. */
  readonly number: number | null;
  /** By which the platform names it. */
  readonly message: string;
  /** What stands in it; kept as a hash, by which it can be told from others. */
  readonly content: string;
}

export interface Mailroom {
  /** In the order in which they came. */
  readonly arrivals: readonly Arrival[];
  /** `shown`: what the person sees now; null where it is no last page. */
  arrive(arrival: Arrival, shown: Shown | null): void;
  /** The person was told that something went wrong and that they should say it again. */
  apologise(conversation: string): void;
  newest(conversation: string): Shown | null;
  /** The number of the newest reply. What came before is not about what the person does next. */
  expect(conversation: string): number;
  /** What comes first: a reply behind this number, or an apology. `nothing`: neither within so many milliseconds. */
  next(conversation: string, number: number, milliseconds: number): Promise<"reply" | "apology" | "nothing">;
  /** The person has gone. */
  forget(conversation: string): void;
}

type Waiter = (what: "reply" | "apology") => void;

export function openMailroom(): Mailroom {
  const arrivals: Arrival[] = [];
  const newest = new Map<string, Shown>();
  const waiters = new Map<string, Waiter>();
  const apologies = new Set<string>();
  return {
    arrivals,
    arrive(arrival, shown) {
      // Thousands of whole cards would be more than the programs themselves hold.
      arrivals.push({ ...arrival, content: createHash("sha1").update(arrival.content).digest("base64") });
      if (!shown) return;
      newest.set(arrival.conversation, shown);
      waiters.get(arrival.conversation)?.("reply");
    },
    apologise(conversation) {
      apologies.add(conversation);
      waiters.get(conversation)?.("apology");
    },
    newest: (conversation) => newest.get(conversation) ?? null,
    expect(conversation) {
      apologies.delete(conversation);
      return newest.get(conversation)?.number ?? 0;
    },
    next(conversation, number, milliseconds) {
      if ((newest.get(conversation)?.number ?? 0) > number) return Promise.resolve("reply");
      if (apologies.delete(conversation)) return Promise.resolve("apology");
      return new Promise((resolve) => {
        const end = (what: "reply" | "apology" | "nothing") => {
          clearTimeout(late);
          waiters.delete(conversation);
          if (what === "apology") apologies.delete(conversation);
          resolve(what);
        };
        const late = setTimeout(() => end("nothing"), milliseconds);
        waiters.set(conversation, end);
      });
    },
    forget(conversation) {
      newest.delete(conversation);
      apologies.delete(conversation);
    },
  };
}
