/** A real browser, without a window. Where none is found its tests say so; where one is required they fail. */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"];
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const SCREENS = fileURLToPath(new URL("../../coverage/screens/", import.meta.url));

const place = PLACES.find((path) => path && existsSync(path));
const isRequired = Boolean(process.env.CI) || process.env.TEST_BROWSER === "required";
const MISSING =
  "No Chromium was found, so the page is not tried in a browser. Set CHROMIUM to its path, or install chromium.";
if (!place && isRequired) throw new Error(MISSING);
// biome-ignore lint/suspicious/noConsole: tests that do not run have to say so to whoever runs them
if (!place) console.warn(MISSING);

export const isBrowserMissing = place === undefined;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: place as string, args: ARGUMENTS });
}

/** A page, and what a good page never does: ask another host for something, or complain in the console. */
export interface Tab {
  readonly page: Page;
  readonly strangers: readonly string[];
  readonly complaints: readonly string[];
}

/** Somebody new at the page. Motion is reduced, so that nothing is looked at on its way. */
export async function openTab(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Tab> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "en-GB",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) strangers.push(request.url());
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, strangers, complaints };
}

/** What stays open goes on working in the background, and slows down all that comes after. */
export async function closeTabs(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** How many exchanges the page shows that it has had. */
export async function lastNumber(page: Page): Promise<number> {
  return Number((await page.locator("#log").getAttribute("data-last")) ?? 0);
}

/** Does something that is answered, and waits for the answer to be in the page. */
export async function answered(page: Page, act: () => Promise<unknown>): Promise<void> {
  const log = page.locator("#log");
  const before = (await log.count()) > 0 ? await lastNumber(page) : 0;
  await act();
  await page.waitForFunction(
    (number) => Number(document.querySelector<HTMLElement>("#log")?.dataset.last ?? 0) > number,
    before,
  );
}

/** Goes through answers: `=words` clicks the button with these words, all others are typed. */
export async function converse(page: Page, answers: readonly string[]): Promise<void> {
  for (const answer of answers)
    await answered(page, async () => {
      if (answer.startsWith("="))
        return page
          .locator("main")
          .getByRole("button", { name: answer.slice(1), exact: true })
          .click();
      await page.locator("#text").fill(answer);
      await page.locator("#text").press("Enter");
    });
}

/** Gives the answers beforehand, so that what comes after them can be looked at. */
export async function prepare(page: Page, answers: readonly string[]): Promise<void> {
  const { request } = page.context();
  const headers = { accept: "application/json" };
  for (const answer of answers) {
    const text = answer === "=I am not sure" ? "skip" : answer.replace("=", "");
    const sent = await request.post("/say", { form: { turn: randomUUID(), as: "trainee", text }, headers });
    if (!sent.ok()) throw new Error(`"${answer}" was not heard: ${await sent.text()}`);
  }
  await page.goto("/#latest");
}

/** Waits until the element of this id has the focus. */
export function focused(page: Page, id: string): Promise<void> {
  return page.locator(`#${id}:focus`).waitFor();
}

/** Presses Tab until what is focused has these words, or this id. */
export async function tabTo(page: Page, target: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      return wanted.startsWith("#")
        ? focused?.id === wanted.slice(1)
        : focused?.textContent?.trim() === wanted;
    }, target);
    if (isThere) return;
  }
  throw new Error(`The keyboard does not reach "${target}"`);
}

/** For people to look at. */
export async function keepScreen(page: Page, name: string, isWhole = false): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${SCREENS}${name}.png`, fullPage: isWhole });
}
