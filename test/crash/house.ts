/** The program that is killed: the whole house as `signpost start` opens it, with one more door. */
import { doorsOf } from "../../src/app/doors.ts";
import { openService } from "../../src/app/service.ts";
import { readConfig } from "../../src/config.ts";
import { relayDoor } from "./relay.ts";

const [sink = "", tryFor, leaseFor] = process.argv.slice(2);
const pace = { tryFor: Number(tryFor), leaseFor: Number(leaseFor) };
const config = readConfig(process.env);
const service = await openService(
  config,
  process.stderr,
  [...(await doorsOf(config)), relayDoor(sink)],
  pace,
);
process.stdout.write(`${service.address}\n`);
// It ends with the tests, even where these are killed.
process.stdin.resume().once("end", () => process.exit());
