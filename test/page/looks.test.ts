/** Can everybody use it? Every view, light and dark, by the rules of axe; and screens for people to look at. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { drawPage } from "../../src/channels/web/page.tsx";
import {
  answered,
  closeTabs,
  isBrowserMissing,
  keepScreen,
  openBrowser,
  openTab,
  prepare,
} from "./browser.ts";
import { TO_THE_ADVICE, TO_THE_UNITS } from "./interview.ts";
import { ALL_PARTS, drawingWith } from "./parts.ts";
import { type Program, startProgram } from "./program.ts";
import { violations } from "./violations.ts";

const PHONE = { width: 360, height: 740 };

describe.skipIf(isBrowserMissing)("what is drawn", () => {
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

  describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
    const begin = async (answers: readonly string[], options = {}) => {
      const { page } = await openTab(browser, program.url, { colorScheme, ...options });
      await prepare(page, answers);
      return page;
    };

    test("the welcome is open to everybody", async () => {
      const page = await begin([]);
      await keepScreen(page, `welcome-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
    });

    test("a question is open to everybody, with the menus open", async () => {
      const page = await begin(TO_THE_UNITS.slice(0, 5));
      await keepScreen(page, `question-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
      await page.locator("summary", { hasText: "Trainee" }).click();
      await keepScreen(page, `personas-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
      await page.locator("summary", { hasText: "More" }).click();
      await page.getByText("Delete what is kept about me").click();
      await keepScreen(page, `menu-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
    });

    test("a form with mistakes is open to everybody", async () => {
      const page = await begin([...TO_THE_UNITS, "M1 level 3, M2, the ICT awareness award", "=That is all"]);
      await keepScreen(page, `form-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
      await page.getByLabel("How many hours?").fill("a lot");
      await answered(page, () => page.getByRole("button", { name: "Add it" }).click());
      await keepScreen(page, `mistakes-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
    });

    test("the advice is open to everybody, with everything in it unfolded, and so is the plan", async () => {
      const page = await begin(TO_THE_ADVICE);
      await keepScreen(page, `advice-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
      await page.evaluate(() => {
        for (const each of document.querySelectorAll("main details, aside details"))
          each.setAttribute("open", "");
      });
      expect(await violations(page)).toEqual([]);
      await page.goto("/plan");
      await keepScreen(page, `plan-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
    });

    test("every part that a reply can have is open to everybody", async () => {
      const { page } = await openTab(browser, program.url, { colorScheme });
      const body = drawPage(drawingWith(ALL_PARTS));
      await page.route("**/parts", (route) =>
        route.fulfill({ body, contentType: "text/html; charset=utf-8" }),
      );
      await page.goto("/parts");
      await page.locator("#latest details summary").click();
      await keepScreen(page, `parts-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
    });

    test("a team is open to everybody", async () => {
      const { page } = await openTab(browser, program.url, { colorScheme });
      await page.goto("/?as=manager");
      await keepScreen(page, `team-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
    });

    test("an error is open to everybody", async () => {
      const page = await begin([]);
      await page.goto("/nothing");
      await keepScreen(page, `error-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
    });

    test("on a phone the conversation and the picture are open to everybody", async () => {
      const page = await begin(TO_THE_UNITS, { viewport: PHONE });
      await keepScreen(page, `phone-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
      await page.locator("#standing").click();
      await page.locator(".line.unknown summary").first().click();
      await keepScreen(page, `phone-picture-${colorScheme}`);
      expect(await violations(page)).toEqual([]);
    });
  });

  test("the plan is printed on two pages at most", async () => {
    const { page } = await openTab(browser, program.url);
    await prepare(page, TO_THE_ADVICE);
    await page.goto("/plan");
    const file = await page.pdf({ preferCSSPageSize: true });
    const pages = file.toString("latin1").match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 960 });
    await keepScreen(page, "plan-print");
  });

  test("all that is read is at least 16 pixels high on the screen", async () => {
    const { page } = await openTab(browser, program.url);
    await prepare(page, TO_THE_ADVICE);
    for (const path of ["/#latest", "/plan", "/?as=manager"]) {
      await page.goto(path);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 16)
          .map((each) => each.outerHTML.slice(0, 80)),
      );
      expect(small, path).toEqual([]);
    }
  });

  test("all that is tapped is at least 24 pixels high and wide", async () => {
    const { page } = await openTab(browser, program.url, { viewport: PHONE });
    await prepare(page, TO_THE_UNITS);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, summary, select, input:not([type=hidden])")]
        .map(
          (each) =>
            [
              each.outerHTML.slice(0, 80),
              each.closest("label")?.getBoundingClientRect() ?? each.getBoundingClientRect(),
            ] as const,
        )
        .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
        .map(([html]) => html),
    );
    expect(small).toEqual([]);
  });
});
