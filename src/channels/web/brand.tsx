/** The program's sign and name, at the top of each page. */
import type { PageWords } from "../../chat/page.ts";
import { Sign } from "./icon.tsx";

export function Brand({ words, href }: { words: PageWords; href: string }) {
  return (
    <a class="brand" href={href}>
      <Sign />
      <span>{words.title}</span>
    </a>
  );
}
