/** `signpost teams-package`: the zip that an admin uploads to Teams, with the app's id and the college's own host in it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { z } from "zod";
import { type Flaw, sentenceOf } from "../facts/flaw.ts";
import type { Desk } from "./advising.ts";

export interface TeamsPackage {
  /** The GUID of the app registration; also the bot's. */
  readonly appId: string | undefined;
  /** A bare host such as bot.college.ac.uk. */
  readonly host: string | undefined;
  /** The file to write; one that is there is replaced. */
  readonly out: string;
}

/** What stands in teams/manifest.json until it is filled in. */
const NO_ID = "00000000-0000-0000-0000-000000000000";
const NO_HOST = "signpost.example.org";

/** A zip holds local times, so only a local time gives the same bytes everywhere. */
const ALWAYS = new Date(2010, 0, 1);

const HOST = /^(?!\d+(\.\d+){3}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const RESERVED = /(^|\.)(example\.(org|com|net)|example|test|invalid|localhost|local|internal)$/;
/** They belong to others and change hands, and Teams refuses them. */
const TUNNELS =
  /\.(ngrok(-free)?\.(io|app|dev|com)|devtunnels\.ms|trycloudflare\.com|loca\.lt|localhost\.run|serveo\.net)$/;

/** Writes the zip and says so; or says what is wrong, writes nothing and gives false. `root`: where teams/ is. */
export function writeTeamsPackage(
  desk: Pick<Desk, "print" | "complain">,
  { appId = "", host = "", out }: TeamsPackage,
  root: string,
): boolean {
  const [id, name] = [appId.toLowerCase(), host.toLowerCase()];
  const flaws = [...idFlaws(id), ...hostFlaws(name)];
  for (const flaw of flaws) desk.complain(sentenceOf(flaw));
  if (flaws.length > 0) return false;
  const isReplaced = existsSync(out);
  try {
    writeFileSync(out, zipFor(id, name, root));
  } catch (error) {
    desk.complain(`--out: ${out} cannot be written (${(error as Error).message})`);
    return false;
  }
  desk.print(`${isReplaced ? "Replaced" : "Wrote"} ${out}.\n${nextStep(name)}`);
  return true;
}

function nextStep(host: string): string {
  return `It names https://${host}, https://${host}/privacy and https://${host}/terms: make sure that your pages are there.
Next: in the Teams admin centre, under Teams apps, Manage apps, choose Upload new app and give it this file.
docs/teams.md has every step.
`;
}

/** The same bytes for the same words. */
function zipFor(appId: string, host: string, root: string): Uint8Array {
  const read = (name: string) => readFileSync(join(root, "teams", name));
  const manifest = read("manifest.json").toString().replaceAll(NO_ID, appId).replaceAll(NO_HOST, host);
  const files: Zippable = {
    "manifest.json": Buffer.from(manifest),
    "color.png": read("color.png"),
    "outline.png": read("outline.png"),
  };
  return zipSync(files, { mtime: ALWAYS });
}

function idFlaws(id: string): Flaw[] {
  if (z.guid().safeParse(id).success && id !== NO_ID) return [];
  const wrong = id === "" ? "the app's id is missing" : "this is not the id of an app";
  const right = "copy the Microsoft App ID from the Azure Bot, Configuration, or set TEAMS_APP_ID to it";
  return [{ path: "--app-id", wrong, right }];
}

function hostFlaws(host: string): Flaw[] {
  const wrong = wrongHost(host);
  const right = "give the bare host that Teams and people reach by https, such as bot.college.ac.uk";
  return wrong === null ? [] : [{ path: "--host", wrong, right }];
}

function wrongHost(host: string): string | null {
  if (host === "") return "the host is missing";
  if (!HOST.test(host)) return "this is not a bare host (no https://, port, path or address in figures)";
  if (RESERVED.test(host)) return "nobody reaches that from the internet";
  return TUNNELS.test(host) ? "this is a tunnel, which Teams refuses in a package" : null;
}
