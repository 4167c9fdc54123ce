/** What `npm run load` is asked for, read from its arguments. */
import { parseArgs } from "node:util";

export interface Options {
  readonly store: "sqlite" | "postgres";
  /** How long people speak. */
  readonly minutes: number;
  /** Turns a second that are begun, at most. */
  readonly rate: number;
  /** How many speak at once. */
  readonly people: number;
  readonly replicas: number;
  readonly hasFaults: boolean;
  readonly isJson: boolean;
}

export const USAGE =
  "Usage: npm run load -- [--store postgres|sqlite] [--minutes 30] [--rate 40] [--people 160] [--replicas 3] [--no-faults] [--json]";

/** Each: what it is without being asked for, and from where to where it goes. */
const NUMBERS = {
  minutes: { usual: 30, least: 0.05, most: 24 * 60 },
  rate: { usual: 40, least: 0.1, most: 1_000 },
  people: { usual: 160, least: 2, most: 2_000 },
  replicas: { usual: 3, least: 1, most: 8 },
} as const;
type NumberName = keyof typeof NUMBERS;

/** A sentence where they are not right. */
export function optionsFrom(args: readonly string[]): Options | string {
  const options = {
    store: { type: "string", default: "postgres" },
    minutes: { type: "string" },
    rate: { type: "string" },
    people: { type: "string" },
    replicas: { type: "string" },
    "no-faults": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { store } = values;
    if (store !== "sqlite" && store !== "postgres")
      return `--store is sqlite or postgres, and not "${store}". ${USAGE}`;
    const wrong = (Object.keys(NUMBERS) as NumberName[]).find(
      (name) => numberIn(name, values[name]) === null,
    );
    if (wrong)
      return `--${wrong} is a number from ${NUMBERS[wrong].least} to ${NUMBERS[wrong].most}. ${USAGE}`;
    if (store === "sqlite" && Number(values.replicas ?? 1) !== 1)
      return `On SQLite there is one process, so --replicas can only be 1. ${USAGE}`;
    const number = (name: NumberName) => numberIn(name, values[name]) ?? NUMBERS[name].usual;
    return {
      store,
      minutes: number("minutes"),
      rate: number("rate"),
      people: Math.round(number("people")),
      replicas: store === "sqlite" ? 1 : Math.round(number("replicas")),
      hasFaults: !values["no-faults"],
      isJson: values.json,
    };
  } catch (error) {
    return `${(error as Error).message} ${USAGE}`;
  }
}

/** null where it is none, or out of its bounds. */
function numberIn(name: NumberName, typed: string | undefined): number | null {
  const { usual, least, most } = NUMBERS[name];
  if (typed === undefined) return usual;
  const number = typed.trim() === "" ? Number.NaN : Number(typed);
  return number >= least && number <= most ? number : null;
}
