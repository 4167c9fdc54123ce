/** Many people at once, half of them in Slack and half in Teams; whoever has finished makes room for the next. */
import type { Dice } from "../../test/crash/dice.ts";
import { TEAM } from "../slack/clicks.ts";
import { APP } from "../teams/issuer.ts";
import type { Client } from "./client.ts";
import type { Line } from "./line.ts";
import type { Mailroom } from "./mailroom.ts";
import { type Street, walk } from "./person.ts";
import { learnerSteps, managerSteps } from "./script.ts";
import { slackClient } from "./slack-client.ts";
import { newTally, type Tally } from "./tally.ts";
import { type TeamsSide, teamsClient } from "./teams-client.ts";
import { openTempo } from "./tempo.ts";

export interface Gathering {
  readonly address: string;
  readonly mail: Mailroom;
  readonly teams: TeamsSide;
  readonly dice: Dice;
  readonly people: number;
  /** Lines a second that are begun, at most. */
  readonly rate: number;
}

export interface Crowd {
  readonly tally: Tally;
  readonly lines: readonly Line[];
  /** Nobody begins anything new, and everybody hears the reply to what they said last. */
  finish(): Promise<void>;
}

type Side = "slack" | "teams";
const SIDES: readonly Side[] = ["slack", "teams"];
/** Of so many people one manages a team, one after the other. */
const MANAGERS = 100;
/** On each side. */
const NEAR_TEAMS = 20;

/** Who may make teams, as SIGNPOST_MANAGERS names them. */
export function managersOfLoad(): string {
  return Array.from({ length: MANAGERS }, (_, place) => [
    `slack:${TEAM}:${managerOf("slack", place)}`,
    `teams:${APP.tenant}:${managerOf("teams", place)}`,
  ])
    .flat()
    .join(",");
}

function managerOf(side: Side, place: number): string {
  return side === "slack" ? `UBOSS${place}` : `boss-${place}`;
}

export function openCrowd({ address, mail, teams, dice, people, rate }: Gathering): Crowd {
  const tally = newTally();
  const lines: Line[] = [];
  const codes = new Map<Side, string>();
  let isOver = false;
  let learners = 0;
  let managers = 0;
  const street: Street = { address, mail, tempo: openTempo(rate), tally, lines, isOver: () => isOver };
  const clientOf = (side: Side, user: string): Client =>
    side === "slack" ? slackClient(user) : teamsClient(teams, user);
  const learn = async (side: Side) => {
    learners += 1;
    const name = side === "slack" ? `UL${learners}` : `learner-${learners}`;
    const client = clientOf(side, name);
    const own = dice.fork(name);
    await walk(street, {
      id: `Ev${tally.people}`,
      client,
      dice: own,
      steps: learnerSteps(own),
      findCode: () => codes.get(side) ?? null,
    });
    mail.forget(client.conversation);
  };
  const manage = async (side: Side) => {
    managers += 1;
    const client = clientOf(side, managerOf(side, managers % MANAGERS));
    const own = dice.fork(`manager ${managers}`);
    await walk(street, {
      id: `Ev${tally.people}`,
      client,
      dice: own,
      steps: managerSteps(own, managers),
      findCode: () => null,
      see({ text }) {
        const code = CODE.exec(text)?.[1];
        if (code) codes.set(side, code);
      },
    });
    mail.forget(client.conversation);
  };
  const comeAndGo = async (_: unknown, place: number) => {
    const side = SIDES[place % 2] ?? "slack";
    const isManager = Math.floor(place / 2) % NEAR_TEAMS === 0;
    while (!isOver) {
      tally.people += 1;
      await (isManager ? manage(side) : learn(side));
    }
  };
  const all = Promise.all(Array.from({ length: people }, comeAndGo));
  // It is looked at in the end.
  all.catch(() => undefined);
  return {
    tally,
    lines,
    async finish() {
      isOver = true;
      await all;
    },
  };
}

const CODE = /join ([A-Z0-9]{3,}-[A-Z0-9]{3,})/;
