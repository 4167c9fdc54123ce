/** Two programs that serve the workspaces of one database, as they are where several run. */
import { keeperOf } from "../../src/app/installations.ts";
import type { Credential, Keeper } from "../../src/channels/slack/credential.ts";
import { openMany } from "../../src/channels/slack/installations.ts";
import { openVault } from "../../src/vault.ts";
import { type DatabaseKind, openTwice } from "../databases.ts";
import { CLIENT, openExchange } from "./exchange.ts";

export const SECRET = "a-secret-of-at-least-thirty-two-characters";
/** Milliseconds. */
export const START = Date.parse("2026-03-02T09:00:00.000Z");
export const SECOND = 1_000;
export const HOUR = 3_600 * SECOND;

/** Two programs on one database, a clock to be set, and what Slack was asked. */
export async function openPrograms(kind: DatabaseKind) {
  const exchange = await openExchange();
  const { both } = await openTwice(kind);
  const clock = { now: START };
  const told: string[] = [];
  const waits: number[] = [];
  const programs = both.map((db, place) => {
    const keeper = keeperOf(db, openVault(SECRET), "slack", () => new Date(clock.now));
    const looks: string[] = [];
    const hooks = {
      wait: async (): Promise<unknown> => undefined,
      lease: keeper.lease,
      keepRefreshed: keeper.keepRefreshed,
    };
    const watched: Keeper = {
      ...keeper,
      find(tenant) {
        looks.push(tenant);
        return keeper.find(tenant);
      },
      lease: (...given) => hooks.lease(...given),
      keepRefreshed: (...given) => hooks.keepRefreshed(...given),
    };
    const many = openMany({
      keeper: watched,
      web: exchange,
      ...CLIENT,
      now: () => clock.now,
      by: `program ${place}`,
      async wait(milliseconds) {
        waits.push(milliseconds);
        await hooks.wait();
      },
      complain: (line) => void told.push(line),
    });
    return { ...many, keeper, looks, hooks };
  });
  type Program = (typeof programs)[number];
  const [one, two] = programs as [Program, Program];
  const pass = (milliseconds: number) => {
    clock.now += milliseconds;
  };
  return { exchange, db: both[0], clock, told, waits, one, two, pass };
}
export type Programs = Awaited<ReturnType<typeof openPrograms>>;

/** Installed, with a token that lives so much longer (milliseconds). */
export async function installed({ exchange, one, clock }: Programs, life = 12 * HOUR): Promise<Credential> {
  const bot = { botId: "BBOT", botUserId: "UBOT", appId: "A1" };
  const expiresAt = new Date(clock.now + life).toISOString();
  const credential = { tenant: "T1", ...exchange.newToken(), ...bot, expiresAt };
  await one.keep(credential);
  return credential;
}

/** Holds Slack's answers back until `release` is called. `asked`: once the first question is there. */
export function hold({ exchange }: Programs): { readonly asked: Promise<void>; release(): void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    exchange.beforeAnswer = () => {
      resolve();
      return released;
    };
  });
  return { asked, release };
}
