/** The program under load: the whole house as `signpost start` opens it; in Teams its issuer and service are on this computer. */
import { doorsOf } from "../../src/app/doors.ts";
import { openService } from "../../src/app/service.ts";
import { readConfig } from "../../src/config.ts";
import { teamsDoorHere } from "./teams-door.ts";

const [metadata = "", token = ""] = process.argv.slice(2);
const config = readConfig(process.env);
const doors = [...(await doorsOf(config)), teamsDoorHere(metadata, token)];
const service = await openService(config, process.stderr, doors);
process.stdout.write(`${service.address}\n`);
