/** The folder that holds rules/, conversations/ and page/: that of the package, wherever in it this is compiled to. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export const ROOT = packageAbove(import.meta.dirname);

function packageAbove(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageAbove(dirname(folder));
}
