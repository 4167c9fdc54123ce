/** When the line is bad or the server is down: nothing is lost, and nothing is said twice. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  answered,
  closeTabs,
  converse,
  isBrowserMissing,
  keepScreen,
  lastNumber,
  openBrowser,
  openTab,
} from "./browser.ts";
import { type Program, startProgram } from "./program.ts";

describe.skipIf(isBrowserMissing)("when the line is bad", () => {
  let program: Program;
  let browser: Browser;
  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  });
  afterEach(() => closeTabs(browser));
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  const begin = async () => {
    const { page } = await openTab(browser, program.url);
    await page.goto("/");
    await converse(page, ["=Start"]);
    return page;
  };

  test("what was typed is kept while there is none, and goes once when it is back", async () => {
    const page = await begin();
    await page.context().setOffline(true);
    expect(await page.locator("#offline").innerText()).toMatch(/You are offline/);
    await page.locator("#text").fill("a college");
    await page.locator("#text").press("Enter");
    const unsent = page.locator("#unsent");
    await unsent.waitFor({ state: "visible" });
    expect(await unsent.getByRole("alert").innerText()).toMatch(/still here/);
    expect(await page.locator("#text").inputValue()).toBe("a college");
    await keepScreen(page, "offline");
    await answered(page, () => page.context().setOffline(false));
    expect(await lastNumber(page)).toBe(2);
    expect(await unsent.isVisible()).toBe(false);
    expect(await page.locator("#offline").innerText()).toBe("");
    await page.reload();
    expect(await page.locator(".exchange").count()).toBe(2);
  });

  test("an answer that was heard but whose reply was lost is not heard again", async () => {
    const page = await begin();
    let tries = 0;
    const turns = new Set<string>();
    await page.route("**/say", async (route) => {
      tries += 1;
      turns.add(new URLSearchParams(route.request().postData() ?? "").get("turn") ?? "");
      if (tries > 1) return route.continue();
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "A college" }).click();
    await page.locator("#unsent").waitFor({ state: "visible" });
    await answered(page, () => page.getByRole("button", { name: "Try again now" }).click());
    expect(tries).toBe(2);
    expect(turns.size).toBe(1);
    expect(await lastNumber(page)).toBe(2);
    expect(await page.locator("#ask").innerText()).toBe("Do you work directly with learners?");
  });

  test("a server that is down for a while is asked again by itself, ever less often", async () => {
    const page = await begin();
    await page.clock.install();
    let tries = 0;
    await page.route("**/say", async (route) => {
      tries += 1;
      return tries < 4 ? route.fulfill({ status: 503, json: { error: "down" } }) : route.continue();
    });
    await page.getByRole("button", { name: "A college" }).click();
    await page.locator("#unsent").waitFor({ state: "visible" });
    const answer = answered(page, async () => {
      for (const pause of [1_000, 2_000, 4_000]) {
        const response = page.waitForResponse("**/say");
        await page.clock.runFor(pause);
        await response;
        await page.evaluate(() => undefined);
      }
    });
    await answer;
    expect(tries).toBe(4);
    expect(await lastNumber(page)).toBe(2);
  });

  test("a double click says it once", async () => {
    const page = await begin();
    let sent = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") sent += 1;
    });
    await answered(page, () => page.getByRole("button", { name: "A college" }).dblclick());
    expect(sent).toBe(1);
    expect(await lastNumber(page)).toBe(2);
  });

  test("a reply that is slow shows that it is coming, and the page stays where it is", async () => {
    const page = await begin();
    await page.clock.install();
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route("**/say", async (route) => {
      await held;
      await route.continue();
    });
    const before = await page.locator("#now").boundingBox();
    await page.getByRole("button", { name: "A college" }).click();
    expect(await page.locator("#coming").innerText()).toBe("");
    await page.clock.runFor(301);
    expect(await page.locator("#coming").innerText()).toBe("One moment");
    expect(await page.locator("#now").boundingBox()).toEqual(before);
    await keepScreen(page, "coming");
    await answered(page, async () => goOn());
    expect(await page.locator("#coming").innerText()).toBe("");
  });

  test("what can never be taken is said, and can be mended and sent", async () => {
    const page = await begin();
    await page.locator("#text").fill("x".repeat(600 * 1024));
    await page.locator("#text").press("Enter");
    await page.locator("#refused", { hasText: "more than this page takes" }).waitFor();
    await converse(page, ["a college"]);
    expect(await lastNumber(page)).toBe(2);
  });

  test("what was said elsewhere in between is there after the next answer", async () => {
    const page = await begin();
    const elsewhere = await page.context().newPage();
    await elsewhere.goto("/");
    await converse(elsewhere, ["=A college"]);
    await answered(page, () => page.getByRole("button", { name: "Why do you ask?" }).click());
    expect(await page.locator(".exchange").count()).toBe(3);
    expect(await lastNumber(page)).toBe(3);
  });
});
