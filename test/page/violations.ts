/** Asks axe whether everybody can use what is drawn. */
import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong, in words. */
export async function violations(page: Page): Promise<string[]> {
  // Read as a string by the browser's own debugger, so that the page's policy stays as it is.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }));
  });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}
