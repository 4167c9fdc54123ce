/** What the doctor says of each channel. */
import { expect, test } from "vitest";
import { examine } from "../../src/app/doctor.ts";
import { newFolder } from "../command-line/signpost.ts";

const APP = {
  TEAMS_APP_ID: "6f1c2a34-9d3b-4b0e-8a55-0c9a1e7d4b21",
  TEAMS_APP_PASSWORD: "abc8Q~the-value-of-a-secret",
  TEAMS_TENANT_ID: "2b9e6d1f-7c40-4f5a-b1c8-3d2e5f607182",
};

/** Everything that is printed, in lines. */
async function said(environment: Record<string, string>): Promise<string[]> {
  const folder = newFolder();
  const printed: string[] = [];
  await examine({ SIGNPOST_DATA: folder.path, ...environment }, (text) => printed.push(text));
  folder.remove();
  return printed.join("").split("\n");
}

test.each([
  ["not set up", {}, "not set up (TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID)"],
  ["set up for a directory", APP, `on, for the directory ${APP.TEAMS_TENANT_ID}`],
  ["open to this computer", { TEAMS_ANONYMOUS: "yes" }, "on without authentication, on this computer only"],
])("the doctor says that Teams is %s", async (_, environment, line) => {
  const lines = await said(environment);
  expect(lines).toContain(`Teams         ${line}`);
  expect(lines.join("\n")).not.toContain(APP.TEAMS_APP_PASSWORD);
});

test("the doctor names what is missing of Teams, and says nothing secret", async () => {
  const lines = await said({ ...APP, TEAMS_TENANT_ID: "" });
  expect(lines.filter((line) => line.startsWith("TEAMS_TENANT_ID: "))).toHaveLength(1);
  expect(lines.join("\n")).not.toContain(APP.TEAMS_APP_PASSWORD);
});
