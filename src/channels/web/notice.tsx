/** What is said when sending does not work. Drawn with the page, so that it is there when nothing can be loaded. */
import type { PageWords } from "../../chat/page.ts";

export function Notice({ words: { sending } }: { words: PageWords }) {
  return (
    <div class="notices">
      <div class="notice" role="status" id="offline" data-says={sending.offline} />
      <div class="notice" role="alert" id="refused" />
      <div class="notice" id="unsent" hidden>
        <p role="alert" data-says={sending.unsent} />
        <button type="button" class="plain">
          {sending.retry}
        </button>
      </div>
    </div>
  );
}
