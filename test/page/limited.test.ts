/** How much a page that is public hears of one person and of one address in a minute. */
import { afterEach, expect, test } from "vitest";
import { type Program, startProgram } from "./program.ts";
import { newVisitor } from "./visitor.ts";

const PUBLIC = { SIGNPOST_WEB: "public", SIGNPOST_SECRET: "a secret that is long enough for a test" };
let program: Program;
afterEach(() => program.stop());

const said = (turn: string) => new URLSearchParams({ turn, as: "trainee", text: "start" });

test("one person is asked to wait, in words, and is heard no further", async () => {
  program = await startProgram({ ...PUBLIC, SIGNPOST_LIMITS: "person=2" });
  const visitor = newVisitor(program.url);
  await visitor.open("/");
  const answers: Response[] = [];
  for (const turn of ["turn-0001", "turn-0002", "turn-0003", "turn-0004"])
    answers.push(await visitor.post(said(turn), { origin: program.url }));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 429, 429]);
  expect(answers[2]?.headers.get("retry-after")).toBe("60");
  expect(await answers[2]?.text()).toContain("Please wait a minute");
  const other = newVisitor(program.url);
  await other.open("/");
  expect((await other.post(said("turn-0005"), { origin: program.url })).status).toBe(303);
});

test("one address is asked to wait, whoever it says it is, but its files and its health are still given", async () => {
  program = await startProgram({ ...PUBLIC, SIGNPOST_LIMITS: "address=3" });
  const get = async (path: string, of: string) =>
    (await fetch(`${program.url}${path}`, { headers: { "x-forwarded-for": of } })).status;
  const statuses: number[] = [];
  for (const of of ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"]) statuses.push(await get("/", of));
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect(await get("/page/page.css", "10.0.0.1")).toBe(200);
  expect(await get("/healthz", "10.0.0.1")).toBe(200);
});

test("behind a proxy it is the address that the proxy names", async () => {
  program = await startProgram({ ...PUBLIC, SIGNPOST_LIMITS: "address=1", SIGNPOST_PROXIES: "1" });
  const get = async (of: string) =>
    (await fetch(`${program.url}/`, { headers: { "x-forwarded-for": of } })).status;
  expect([await get("10.0.0.1"), await get("10.0.0.2"), await get("10.9.9.9, 10.0.0.1")]).toEqual([
    200, 200, 429,
  ]);
});
