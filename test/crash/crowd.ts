/** Many people who speak at once; whoever has finished makes room for the next, as long as it is wanted. */

import { type Person, type Street, speak, type Tally } from "./person.ts";
import { RELAY } from "./relay.ts";
import { type Script, scriptsFrom } from "./script.ts";

const AT_ONCE = 30;
const SCRIPTS = 8;

export interface Crowd {
  /** Nobody new comes, and everybody says what they have to say to the end. */
  finish(): Promise<readonly Person[]>;
  /** Resolves when a request has just left, or soon. */
  untilSent(): Promise<void>;
  readonly tally: Tally;
}

/** `address` is where they speak. */
export function openCrowd(address: string, dice: Street["dice"]): Crowd {
  const scripts = scriptsFrom(dice.fork("scripts"), SCRIPTS);
  const tally: Tally = { acknowledged: 0, refused: 0, lost: 0, faults: 0, keptUnheard: 0, repeated: 0 };
  const people: Person[] = [];
  const listeners = new Set<() => void>();
  let isOver = false;
  let count = 0;
  let failure: unknown = null;

  const onSent = () => {
    for (const listener of listeners) listener();
    listeners.clear();
  };
  const comeAndGo = async () => {
    while (!isOver) {
      count += 1;
      const name = `person-${String(count).padStart(4, "0")}`;
      const street: Street = { address, dice: dice.fork(name), tally, onSent };
      const channel = count % 3 === 0 ? "web" : RELAY;
      people.push(await speak(street, name, channel, street.dice.pick<Script>(scripts)));
    }
  };
  const all = Promise.all(Array.from({ length: AT_ONCE }, comeAndGo)).catch((error: unknown) => {
    isOver = true;
    failure = error;
  });
  return {
    tally,
    async finish() {
      isOver = true;
      await all;
      if (failure) throw failure;
      return people;
    },
    untilSent: () =>
      new Promise((resolve) => {
        const late = setTimeout(resolve, 1_000);
        listeners.add(() => {
          clearTimeout(late);
          resolve();
        });
      }),
  };
}
