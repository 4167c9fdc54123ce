/** What comes from others: no version with a known flaw, only licences that were agreed to, pinned, and in few hands. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, "utf8")) as {
  packages: Record<
    string,
    {
      version?: string;
      license?: string;
      resolved?: string;
      integrity?: string;
      dev?: boolean;
      hasInstallScript?: boolean;
    }
  >;
};

test.each([
  ["uuid", "11.1.1"],
  ["axios", "1.16.1"],
  ["@azure/identity", "4.2.1"],
  ["ws", "7.5.10"],
  ["form-data", "4.0.4"],
  ["jws", "4.0.1"],
])("%s is everywhere %s or newer", (name, least) => {
  const versions = Object.entries(packages).flatMap(([path, { version = "" }]) =>
    path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`) ? [version] : [],
  );
  const isOlder = (version: string) => version.localeCompare(least, undefined, { numeric: true }) < 0;
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter(isOlder)).toEqual([]);
});

test("botbuilder is spoken to in two files at most, all of the room of Teams", () => {
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const using = files.filter((name) =>
    /from "bot(builder|framework)/.test(readFileSync(`${ROOT}src/${name}`, "utf8")),
  );
  expect(using.length).toBeGreaterThan(0);
  expect(using.length).toBeLessThanOrEqual(2);
  expect(using.filter((name) => !name.startsWith("channels/teams/"))).toEqual([]);
});

/** Everything that runs, without what is only for building and testing. */
const RUNNING = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);

/** Each may be used in a program that is given away or kept. */
const LICENCES = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Unlicense",
];

test("every package that runs has a licence that was agreed to", () => {
  const others = RUNNING.filter(
    ([, { license = "none" }]) => !license.split(/ OR |[()]/).some((one) => LICENCES.includes(one)),
  );
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test("every package is pinned by what is in it", () => {
  const loose = Object.entries(packages).filter(
    ([path, { integrity }]) => path.includes("node_modules/") && !integrity,
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

test("no package that runs wants to run a script when it is installed", () => {
  expect(RUNNING.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
});
