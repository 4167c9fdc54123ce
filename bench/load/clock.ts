/**
 * Loaded before the program (`node --import`): `Date` tells another time, by so many milliseconds as each line of the standard
 * input says. Nothing else is changed; timers run as ever. The program ends where its standard input does.
 */
import { createInterface } from "node:readline";

const Real = Date;
let ahead = 0;
const now = () => Real.now() + ahead;

globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, given: unknown[], made) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made) as object,
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

createInterface({ input: process.stdin })
  .on("line", (line) => {
    ahead = Number(line);
  })
  .once("close", () => process.exit());
