/** The files that the page loads: its style, its scripts and its sign, from page/. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Server } from "../http.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** One noun a file, sent as one style in this order: what comes later may differ from what came before. */
const STYLES = [
  "colours",
  "base",
  "masthead",
  "layout",
  "conversation",
  "now",
  "picture",
  "tables",
  "welcome",
  "team",
  "notice",
  "plan",
  "seen",
  "slack",
  "teams",
];

/** Read once: a few small files that never change while the program runs. */
export function addAssets(page: Server, folder: string): void {
  const add = (name: string, type: string, content: string | Buffer) =>
    page.get(`/page/${name}`, (_, reply) =>
      reply.header("cache-control", "no-cache").type(type).send(content),
    );
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (type) add(name, type, readFileSync(join(folder, name)));
  }
  const styles = STYLES.map((name) => readFileSync(join(folder, `${name}.css`), "utf8"));
  add("page.css", "text/css; charset=utf-8", styles.join("\n"));
}
