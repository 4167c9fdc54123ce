/** A program whose writers each keep a row of turns in one room, all at once; prints the numbers of the replies. */
import { openDatabase } from "../../dist/store/database.js";
import { keepTurn } from "../../dist/store/turns.js";

const [address, program, writers, turns] = process.argv.slice(2);
const db = await openDatabase(address);
const numbers = await Promise.all(
  Array.from({ length: Number(writers) }, (_, writer) => write(`${program}-${writer}`)),
);
await db.destroy();
process.stdout.write(JSON.stringify(numbers.flat()));

async function write(user) {
  const numbers = [];
  for (let version = 0; version < Number(turns); version += 1) {
    const kept = await keepTurn(db, {
      id: `${user}-${version}`,
      from: { channel: "console", tenant: "local", user },
      address: "room",
      reference: null,
      said: null,
      person: { id: user, version },
      isNewPerson: version === 0,
      events: ["{}"],
      record: "{}",
      edition: "of the tests",
      reply: "{}",
      isForgetting: false,
      at: "2026-03-02T09:00:00.000Z",
      dueAt: "2026-03-02T09:00:00.000Z",
    });
    if (kept.kind !== "kept") throw new Error(`turn ${version} of ${user} was ${kept.kind}`);
    numbers.push(kept.number);
  }
  return numbers;
}
