/** How far it is, in one line under the top of the page; on a phone it leads to the picture. */
import type { Drawn } from "./drawing.ts";
import { Bar } from "./icon.tsx";

export function Standing({ drawing: { home, words } }: Drawn) {
  const progress = home.picture.find((part) => part.kind === "progress");
  return (
    <a id="standing" class="standing" href="#picture">
      <span class="standing-words">
        <span>{progress?.text ?? words.picture.begin}</span>{" "}
        <span class="standing-link">{words.picture.see}</span>
      </span>
      <Bar done={progress?.done ?? 0} of={progress?.of ?? 1} />
    </a>
  );
}
