/** What is seen in Slack, in a real browser: for everybody, by the keyboard, and on a phone. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { drawSeen } from "../../src/channels/web/seen.tsx";
import { BLOCKS, channelOf } from "./blocks.ts";
import { closeTabs, isBrowserMissing, keepScreen, openBrowser, openTab, prepare, tabTo } from "./browser.ts";
import { TO_THE_ADVICE, TO_THE_UNITS } from "./interview.ts";
import { ALL_PARTS, drawingWith } from "./parts.ts";
import { type Program, startProgram } from "./program.ts";
import { violations } from "./violations.ts";

describe.skipIf(isBrowserMissing)("what is seen in Slack", () => {
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
  /** With every kind of block in it. */
  const openAll = async (options = {}) => {
    const tab = await openTab(browser, program.url, options);
    const body = drawSeen(drawingWith(ALL_PARTS), channelOf(BLOCKS.map(({ block }) => block)));
    await tab.page.route("**/blocks", (route) =>
      route.fulfill({ body, contentType: "text/html; charset=utf-8" }),
    );
    await tab.page.goto("/blocks");
    return tab;
  };

  describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
    test.each([
      ["nothing", []],
      ["question", TO_THE_UNITS.slice(0, 1)],
      ["advice", TO_THE_ADVICE],
    ])("is open to everybody, unfolded and not: %s", async (name, answers) => {
      const { page, strangers, complaints } = await openTab(browser, program.url, { colorScheme });
      await prepare(page, answers);
      await page.goto("/seen/slack");
      await keepScreen(page, `slack-${name}-${colorScheme}`, true);
      expect(await violations(page)).toEqual([]);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await keepScreen(page, `slack-${name}-${colorScheme}-unfolded`, true);
      expect(await violations(page)).toEqual([]);
      expect([...strangers, ...complaints]).toEqual([]);
    });

    test.each([1280, 360])("is open to everybody with every kind of block, %i wide", async (width) => {
      const { page } = await openAll({ colorScheme, viewport: { width, height: 740 } });
      await keepScreen(page, `slack-blocks-${colorScheme}-${width}`, true);
      expect(await violations(page)).toEqual([]);
    });
  });

  test("is reached by the keyboard, and so are the payload and the way back", async () => {
    const { page } = await openTab(browser, program.url);
    await prepare(page, TO_THE_UNITS);
    await tabTo(page, "Seen in Slack");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/seen/slack?as=trainee");
    await tabTo(page, "What is sent");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const json = await page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(JSON.parse(json)).toMatchObject({
      text: expect.stringContaining("Which units have you finished?"),
    });
    await page.reload();
    await tabTo(page, "Back to the conversation");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/?as=trainee#latest");
  });

  test("is two taps away on a phone", async () => {
    const { page } = await openTab(browser, program.url, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await prepare(page, TO_THE_UNITS);
    await page.locator("#standing").tap();
    await page.getByRole("link", { name: "Seen in Slack" }).tap();
    await page.getByText("What is sent").tap();
    expect(await page.locator("details pre").isVisible()).toBe(true);
    await keepScreen(page, "slack-phone", true);
  });

  test.each([320, 360, 768, 1280])("is nowhere wider than a screen of %i", async (width) => {
    const { page } = await openAll({ viewport: { width, height: 740 } });
    await page.locator("summary").click();
    const spare = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return clientWidth - scrollWidth;
    });
    expect(spare).toBeGreaterThanOrEqual(0);
  });

  test("is at least 16 pixels high wherever it is read", async () => {
    const { page } = await openAll();
    await page.locator("summary").click();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 16)
        .map((each) => each.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
  });
});
