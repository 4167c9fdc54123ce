/** `signpost teams-package`, as an admin runs it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import manifest from "../../teams/manifest.json" with { type: "json" };
import { newFolder, type Ran, run } from "./signpost.ts";

const APP = "6f1c2a34-9d3b-4b0e-8a55-0c9a1e7d4b21";
const HOST = "bot.college.ac.uk";
const TEAMS = fileURLToPath(new URL("../../teams/", import.meta.url));

describe("signpost teams-package", () => {
  let folder: ReturnType<typeof newFolder>;
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => folder.remove());

  /** An id that is set to nothing is not set, whatever a .env says. */
  function make(args: readonly string[], env: Record<string, string> = { TEAMS_APP_ID: "" }): Ran {
    return run(["teams-package", ...args], { cwd: folder.path, env });
  }

  function written(file = "signpost-teams.zip"): Buffer {
    return readFileSync(`${folder.path}/${file}`);
  }

  test("writes a zip with the manifest and both icons at its top, and says what comes next", () => {
    const { status, out, err } = make(["--app-id", APP, "--host", HOST]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^Wrote signpost-teams\.zip\.\n/);
    expect(out).toContain("Teams admin centre");
    expect(out).toContain(`https://${HOST}/privacy`);
    const files = unzipSync(written());
    expect(Object.keys(files).sort()).toEqual(["color.png", "manifest.json", "outline.png"]);
    for (const icon of ["color.png", "outline.png"])
      expect(Buffer.from(files[icon] ?? []).equals(readFileSync(`${TEAMS}${icon}`))).toBe(true);
    const { id, bots, developer, ...rest } = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString());
    expect([id, bots[0].botId]).toEqual([APP, APP]);
    expect(developer).toEqual({
      name: manifest.developer.name,
      websiteUrl: `https://${HOST}`,
      privacyUrl: `https://${HOST}/privacy`,
      termsOfUseUrl: `https://${HOST}/terms`,
    });
    const { id: _, bots: __, developer: ___, ...others } = manifest;
    expect(rest).toEqual(others);
  });

  test("writes the same bytes for the same words, wherever the clock stands", () => {
    make(["--app-id", APP, "--host", HOST, "--out", "one.zip"], { TZ: "Pacific/Kiritimati" });
    make(["--app-id", APP.toUpperCase(), "--host", "Bot.College.ac.uk", "--out", "two.zip"], {
      TZ: "America/Los_Angeles",
    });
    expect(written("one.zip").equals(written("two.zip"))).toBe(true);
  });

  test("takes the app's id from the environment or from a .env, unless another is given", () => {
    make(["--app-id", APP, "--host", HOST, "--out", "given.zip"]);
    make(["--host", HOST, "--out", "set.zip"], { TEAMS_APP_ID: APP });
    writeFileSync(`${folder.path}/.env`, `TEAMS_APP_ID=${APP}\n`);
    make(["--host", HOST, "--out", "file.zip"], {});
    for (const file of ["set.zip", "file.zip"]) expect(written(file).equals(written("given.zip"))).toBe(true);
    make(["--host", HOST, "--app-id", APP.replace("6f1c", "7a2d"), "--out", "other.zip"], {});
    expect(written("other.zip").equals(written("given.zip"))).toBe(false);
  });

  test("replaces a file that is there, and says so", () => {
    writeFileSync(`${folder.path}/signpost-teams.zip`, "an older one");
    expect(make(["--app-id", APP, "--host", HOST]).out).toMatch(/^Replaced signpost-teams\.zip\.\n/);
    expect(written().subarray(0, 2).toString()).toBe("PK");
  });

  const REFUSED: readonly { title: string; args: readonly string[]; says: readonly RegExp[] }[] = [
    { title: "nothing at all", args: [], says: [/^--app-id: .*Azure Bot/m, /^--host: .*missing/m] },
    { title: "no host", args: ["--app-id", APP], says: [/^--host: .*bot\.college\.ac\.uk/m] },
    { title: "an id that is none", args: ["--app-id", "1234", "--host", HOST], says: [/^--app-id: /m] },
    {
      title: "the id that stands for none",
      args: ["--app-id", manifest.id, "--host", HOST],
      says: [/^--app-id: this is not the id of an app/m],
    },
    ...[`https://${HOST}`, `${HOST}:443`, `${HOST}/api`, "10.0.0.7", "bot", "*.college.ac.uk", ".ac.uk"].map(
      (host) => ({
        title: `the host ${host}`,
        args: ["--app-id", APP, "--host", host],
        says: [/^--host: this is not a bare host/m],
      }),
    ),
    ...["signpost.example.org", "bot.local", "bot.localhost", "EXAMPLE.com"].map((host) => ({
      title: `the host ${host}`,
      args: ["--app-id", APP, "--host", host],
      says: [/^--host: nobody reaches that/m],
    })),
    ...["a.ngrok.io", "a.ngrok-free.app", "x-3000.uks1.devtunnels.ms", "a.trycloudflare.com"].map((host) => ({
      title: `the tunnel ${host}`,
      args: ["--app-id", APP, "--host", host],
      says: [/^--host: this is a tunnel/m],
    })),
  ];

  test.each(REFUSED)("refuses $title with a clear sentence, and writes nothing", ({ args, says }) => {
    const { status, out, err } = make(args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    for (const said of says) expect(err).toMatch(said);
    expect(err).not.toContain(" at ");
    expect(existsSync(`${folder.path}/signpost-teams.zip`)).toBe(false);
  });

  test("says which file could not be written", () => {
    const { status, out, err } = make(["--app-id", APP, "--host", HOST, "--out", "no/such/folder.zip"]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^--out: no\/such\/folder\.zip cannot be written/);
  });
});
