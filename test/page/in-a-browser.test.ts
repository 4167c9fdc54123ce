/** The whole conversation in a real browser: by clicks, by the keyboard alone, without scripts, and on a phone. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  answered,
  closeTabs,
  converse,
  focused,
  isBrowserMissing,
  lastNumber,
  openBrowser,
  openTab,
  prepare,
  tabTo,
} from "./browser.ts";
import { TO_THE_ADVICE, TO_THE_UNITS } from "./interview.ts";
import { type Program, startProgram } from "./program.ts";

describe.skipIf(isBrowserMissing)("in a browser", () => {
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
  const begin = async (answers: readonly string[], options = {}) => {
    const tab = await openTab(browser, program.url, options);
    await tab.page.goto("/");
    await converse(tab.page, answers);
    return tab;
  };
  const beginAfter = async (answers: readonly string[], options = {}) => {
    const tab = await openTab(browser, program.url, options);
    await prepare(tab.page, answers);
    return tab;
  };

  test("the whole interview goes by clicks, without another host, a complaint or a load of the page", async () => {
    const { page, strangers, complaints } = await begin(["=Start"]);
    await page.evaluate(() => {
      (window as unknown as { isSame: boolean }).isSame = true;
    });
    await converse(page, TO_THE_ADVICE.slice(1));
    expect(await page.locator("#latest").innerText()).toContain("7.5 hours of practice still to do");
    expect(await page.evaluate(() => (window as unknown as { isSame?: boolean }).isSame)).toBe(true);
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("the whole interview goes by the keyboard alone", async () => {
    const { page } = await begin([]);
    for (const answer of TO_THE_ADVICE)
      await answered(page, async () => {
        if (answer.startsWith("=")) await tabTo(page, answer.slice(1));
        else {
          await tabTo(page, "#text");
          await page.keyboard.type(answer);
        }
        await page.keyboard.press("Enter");
      });
    expect(await page.locator("#latest").innerText()).toContain("Your advice");
    await tabTo(page, "Open my plan to print");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/plan?as=trainee");
  });

  test("the whole interview goes without scripts", async () => {
    const { page, complaints } = await begin(TO_THE_ADVICE, { javaScriptEnabled: false });
    expect(await page.locator("#latest").innerText()).toContain("Your advice");
    expect(new URL(page.url()).hash).toBe("#latest");
    expect(complaints).toEqual([]);
  });

  test("nothing that needs scripts is shown without them", async () => {
    const { page } = await begin(["=Start"], { javaScriptEnabled: false });
    expect(await page.locator("#theme").isVisible()).toBe(false);
    await page.goto("/plan");
    expect(await page.locator("#print").isVisible()).toBe(false);
  });

  describe("the focus", () => {
    test("is on the reply after the start, on the question after a tapped answer, and the next tab leads to its first answer", async () => {
      const { page } = await begin(["=Start"]);
      await focused(page, "latest");
      await converse(page, ["=A college"]);
      await focused(page, "ask");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Yes");
    });

    test("stays with who types", async () => {
      const { page } = await begin(["=Start", "a college"]);
      await focused(page, "text");
      expect(await page.locator("#text").inputValue()).toBe("");
    });

    test("is on what was wrong after a form with mistakes, with what was put in still there", async () => {
      const { page } = await beginAfter([...TO_THE_UNITS, "=None yet"]);
      await page.getByLabel("How many hours?").fill("a lot");
      await page.getByLabel("groups").check();
      await answered(page, () => page.getByRole("button", { name: "Add it" }).click());
      await focused(page, "mistakes");
      expect(await page.getByLabel("How many hours?").inputValue()).toBe("a lot");
      expect(await page.getByLabel("groups").isChecked()).toBe(true);
      await page.locator("#mistakes a").first().click();
      await focused(page, "fill-hours");
    });

    test("is on the question after a pencil and after a button of the picture", async () => {
      const { page } = await beginAfter(TO_THE_UNITS);
      await page.locator("#picture").getByText("A mentor", { exact: true }).click();
      await answered(page, () => page.getByRole("button", { name: /Answer this now.*A mentor/ }).click());
      await focused(page, "ask");
      expect(await page.locator("#ask").innerText()).toBe("Do you have a mentor?");
    });
  });

  test("the focus is on the newest reply after a plain form, and the next tab leads to an answer", async () => {
    const { page } = await begin(["=Start", "=A college"], { javaScriptEnabled: false });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await answered(page, () => page.keyboard.press("Enter"));
    expect(await page.locator("#latest .said").innerText()).toContain("Yes");
  });

  test("the reply is said by a polite live region, without what was asked and answered", async () => {
    const { page } = await begin(["=Start"]);
    const log = page.getByRole("log");
    expect(await log.getAttribute("aria-live")).toBe("polite");
    await log.evaluate((element) => element.setAttribute("data-was", String(element.children.length)));
    await converse(page, ["=A college"]);
    const added = log.locator("> .exchange").last();
    expect(
      await log.evaluate((element) => element.children.length - Number(element.getAttribute("data-was"))),
    ).toBe(1);
    expect(await added.locator(".reply").innerText()).toContain("Where you work: A college.");
    expect(await added.locator("> [aria-live=off]").innerText()).toContain(
      "Where do you work with learners?",
    );
  });

  test("what was typed in another box is kept when something else is sent first", async () => {
    const { page } = await beginAfter([...TO_THE_UNITS, "=None yet"]);
    await page.getByLabel("How many hours?").fill("10");
    await page.locator("#text").fill("half a thought");
    await answered(page, () => page.getByRole("button", { name: "Why do you ask?" }).click());
    expect(await page.getByLabel("How many hours?").inputValue()).toBe("10");
    expect(await page.locator("#text").inputValue()).toBe("half a thought");
  });

  test("what was opened in the picture stays open, and what changed is shown to have changed", async () => {
    const { page } = await beginAfter(TO_THE_UNITS.slice(0, -1));
    await page.locator("#picture").getByText("A mentor", { exact: true }).click();
    await converse(page, ["=Yes"]);
    expect(await page.locator(".line[open] .line-label").allInnerTexts()).toEqual(["A mentor"]);
    expect(await page.locator(".line.changed .line-label").allInnerTexts()).toEqual([
      "Initial assessment of English, maths and ICT",
    ]);
  });

  test("the same button of the menu is heard each time that it is pressed", async () => {
    const { page } = await begin(["=Start"]);
    for (const number of [2, 3]) {
      await answered(page, async () => {
        await page.locator("summary", { hasText: "More" }).click();
        await page.locator(".masthead").getByRole("button", { name: "Download my record" }).click();
      });
      expect(await lastNumber(page)).toBe(number);
    }
    expect(await page.locator(".masthead details[open]").count()).toBe(0);
  });

  test("a record goes out as a file and comes back", async () => {
    const { page } = await beginAfter([...TO_THE_UNITS]);
    await answered(page, () =>
      page.locator("#picture").getByRole("button", { name: "Download my record" }).click(),
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download signpost-record.json" }).click(),
    ]);
    const path = await download.path();
    const other = await begin([]);
    await other.page.getByText("Load a record").first().click();
    await other.page.getByLabel("Record file").setInputFiles(path);
    await answered(other.page, () => other.page.getByRole("button", { name: "Load a record" }).click());
    expect(await other.page.locator("#picture .progress").innerText()).toBe("6 of 18 requirements settled");
  });

  describe("on a phone", () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

    test.each([true, false])(
      "the picture is one tap away, and so is the way back (scripts: %s)",
      async (scripts) => {
        const { page } = await beginAfter(TO_THE_UNITS, { ...phone, javaScriptEnabled: scripts });
        expect(await page.locator("#picture").isVisible()).toBe(false);
        await page.locator("#standing").tap();
        expect(await page.locator("#picture").isVisible()).toBe(true);
        expect(await page.locator("#now").isVisible()).toBe(false);
        await page.locator("#picture").getByText("A mentor", { exact: true }).tap();
        await answered(page, () => page.getByRole("button", { name: /Answer this now.*A mentor/ }).tap());
        expect(await page.locator("#picture").isVisible()).toBe(false);
        expect(await page.locator("#ask").innerText()).toBe("Do you have a mentor?");
      },
    );

    test("and at any width nothing is wider than the screen", async () => {
      const { page } = await beginAfter(TO_THE_ADVICE);
      for (const path of ["/#latest", "/#picture", "/plan", "/nothing", "/?as=manager"]) {
        await page.goto(path);
        for (const width of [320, 360, 768, 1280]) {
          await page.setViewportSize({ width, height: 700 });
          const spare = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return clientWidth - scrollWidth;
          });
          expect(spare, `${path} at ${width}`).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  test("the colours that somebody chooses stay chosen", async () => {
    const { page } = await begin([], { colorScheme: "light" });
    await page.getByRole("button", { name: "Switch between light and dark" }).click();
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  });
});
