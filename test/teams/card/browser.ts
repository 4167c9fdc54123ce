/** Cards as a browser draws them by Microsoft's own renderer, in boxes as wide as in Teams. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { openBrowser, openTab } from "../../page/browser.ts";
import host from "./host.json" with { type: "json" };
import { htmlOf } from "./markdown.ts";
import { isSaidIn, visibleWords } from "./words.ts";

const RENDERER = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.min.js");
const STYLE = readFileSync(fileURLToPath(new URL("host.css", import.meta.url)), "utf8");
const PICTURE = "<svg xmlns='http://www.w3.org/2000/svg'/>";
/** Pixels: a narrow chat, and a wide one. */
const WIDTHS = [380, 700] as const;

export interface Drawing {
  /** The card's place in the list, from 0. */
  readonly card: number;
  /** Pixels. */
  readonly width: number;
  /** All that can be read. */
  readonly text: string;
  /** Words of the card that cannot. */
  readonly missing: readonly string[];
  readonly buttons: number;
  readonly inputs: number;
  /** What the browser's console says, and what the renderer throws. */
  readonly complaints: readonly string[];
  /** Pixels by which the widest element is wider than the box. */
  readonly overflow: number;
  /** Words that do not fit into their element. */
  readonly cut: readonly string[];
}

/** What the page has loaded: as much of the renderer as is used, since its own types do not resolve. */
interface Scripts {
  readonly AdaptiveCards: {
    readonly HostConfig: new (host: object) => object;
    readonly AdaptiveCard: {
      new (): { hostConfig: object; parse(card: unknown): void; render(): HTMLElement };
      onProcessMarkdown(text: string, result: object): void;
    };
  };
  readonly htmlOf: typeof htmlOf;
}

/**
 * Draws every card at every width, one after another. What only Teams draws, such as charts, is drawn by its fallback.
 * With a folder, each drawing is kept there for people to look at, as `card-<number>-<width>.png`.
 */
export async function drawCards(cards: readonly unknown[], folder?: string): Promise<Drawing[]> {
  if (folder) mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    const { page, complaints } = await openTab(browser, "about:blank");
    await page.route(/^https?:/, (route) => route.fulfill({ contentType: "image/svg+xml", body: PICTURE }));
    await page.setContent(`<!doctype html><style>${STYLE}</style><div id="box"></div>`);
    await page.addScriptTag({ path: RENDERER });
    await page.addScriptTag({ content: `window.htmlOf = ${htmlOf}` });
    const drawings: Drawing[] = [];
    for (const [number, card] of cards.entries())
      for (const width of WIDTHS) {
        const known = complaints.length;
        const { thrown, ...seen } = await draw(page, card, width);
        const missing = visibleWords(card).filter((words) => !isSaidIn([seen.text], words));
        if (folder)
          await page.locator("#box").screenshot({ path: join(folder, `card-${number}-${width}.png`) });
        const said = [...thrown, ...complaints.slice(known)];
        drawings.push({ card: number, width, ...seen, missing, complaints: said });
      }
    return drawings;
  } finally {
    await browser.close();
  }
}

function draw(page: Page, card: unknown, width: number) {
  return page.evaluate(
    async ({ card, width, host }) => {
      const { AdaptiveCards, htmlOf } = window as unknown as Scripts;
      const box = document.querySelector<HTMLElement>("#box") as HTMLElement;
      box.replaceChildren();
      box.style.width = `${width}px`;
      const thrown: string[] = [];
      try {
        AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) =>
          Object.assign(result, { outputHtml: htmlOf(text), didProcess: true });
        const renderer = new AdaptiveCards.AdaptiveCard();
        renderer.hostConfig = new AdaptiveCards.HostConfig(host);
        renderer.parse(card);
        box.append(renderer.render());
      } catch (error) {
        thrown.push(String(error));
      }
      await Promise.all(
        [...box.querySelectorAll("img")].map((image) => image.decode().catch(() => undefined)),
      );
      const elements = [...box.querySelectorAll<HTMLElement>("*")];
      const right = box.getBoundingClientRect().right;
      const beyond = elements.map((each) => each.getBoundingClientRect().right - right);
      const isCut = (each: HTMLElement) =>
        !each.matches("input, select, textarea") &&
        getComputedStyle(each).overflow !== "visible" &&
        (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
      return {
        text: box.innerText,
        buttons: box.querySelectorAll("button").length,
        inputs: box.querySelectorAll(".ac-input-container").length,
        overflow: Math.max(0, box.scrollWidth - box.clientWidth, ...beyond.map(Math.ceil)),
        cut: elements.filter(isCut).map((each) => each.innerText),
        thrown,
      };
    },
    { card, width, host },
  );
}
