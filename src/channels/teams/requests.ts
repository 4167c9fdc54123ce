/** Takes Teams' requests on the one server: refused at the gate, verified, read, then heard. */
import type { Server } from "../http.ts";
import { type Gate, type Refusal, refusedByBody, refusedByHeader } from "./gate.ts";
import { type Answer, TAKEN } from "./hear.ts";
import type { Identity } from "./identity.ts";
import { hearInstallation, hearOther } from "./introduction.ts";
import { hearEdited, hearMessage } from "./messages.ts";
import { hearPressInvoked } from "./press-invoked.ts";
import { type Heard, readHeard } from "./read.ts";
import type { Teams } from "./world.ts";

const PATH = "/api/messages";
/** Bytes; Teams' own limit for a message is about 100 KB. */
const LARGEST = 256 * 1024;

type Hearing = (teams: Teams, heard: Heard) => Promise<Answer>;

const HEARINGS: ReadonlyMap<string, Hearing> = new Map([
  ["message", hearMessage],
  ["messageUpdate", hearEdited],
  ["installationUpdate", hearInstallation],
  ["invoke", hearInvoke],
]);

export async function addRequests(server: Server, teams: Teams, gate: Gate, identity: Identity) {
  await server.register(async (scope) => {
    scope.setErrorHandler((error, _, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      teams.count(String(status));
      if (status >= 500) teams.fault(teams.newId(), error);
      return reply.code(status).send();
    });
    // Who is not let in is not listened to either: the body is not taken in.
    scope.addHook("onRequest", async ({ headers }, reply) => {
      const refusal = refusedByHeader(gate, headers.authorization);
      if (refusal) return reply.code(refused(teams, refusal)).send();
    });
    scope.post(PATH, { bodyLimit: LARGEST, config: { isSigned: true } }, async ({ body, headers }, reply) => {
      const refusal = refusedByBody(gate, body);
      if (refusal) return reply.code(refused(teams, refusal)).send();
      const who = await identity.verify(headers.authorization ?? "", body as { serviceUrl: string });
      if (who !== "known") {
        const status = who === "unknown" ? 401 : 503;
        teams.count(String(status));
        return reply.code(status).send();
      }
      const { status, body: answer } = await hearAny(teams, body);
      return reply.code(status).send(answer);
    });
  });
}

function refused(teams: Teams, { status, why }: Refusal): number {
  teams.count(`${status} ${why}`);
  return status;
}

async function hearAny(teams: Teams, body: unknown): Promise<Answer> {
  const heard = readHeard(body);
  if (!heard) {
    teams.count("unread");
    return TAKEN;
  }
  return (HEARINGS.get(heard.incoming.type) ?? hearOther)(teams, heard);
}

async function hearInvoke(teams: Teams, heard: Heard): Promise<Answer> {
  if (heard.incoming.name === "adaptiveCard/action") return hearPressInvoked(teams, heard);
  teams.count("ignored");
  return { status: 501 };
}
