/** Draws the running text of Slack's blocks: sections, lists, preformatted text and mentions. */
import type { ComponentChild } from "preact";
import type { RichText, Run } from "./block.ts";

export function RichTextShown({ text }: { text: RichText }) {
  switch (text.type) {
    case "rich_text_section":
      return (
        <p>
          <Runs runs={text.elements} />
        </p>
      );
    case "rich_text_preformatted":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <pre tabIndex={0}>
          <Runs runs={text.elements} />
        </pre>
      );
    case "rich_text_list":
      return <ListShown list={text} />;
  }
}

function ListShown({ list }: { list: Extract<RichText, { type: "rich_text_list" }> }) {
  const items = list.elements.map((item) => (
    <li key={item}>
      <Runs runs={item.elements} />
    </li>
  ));
  return list.style === "ordered" ? <ol start={list.offset + 1}>{items}</ol> : <ul>{items}</ul>;
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run) =>
        run.type === "user" ? (
          <span key={run} class="mention">
            @{run.user_id}
          </span>
        ) : (
          <Styled key={run} run={run} />
        ),
      )}
    </>
  );
}

const TAGS = [
  ["code", "code"],
  ["strike", "s"],
  ["italic", "em"],
  ["bold", "strong"],
] as const;

function Styled({ run: { text, style } }: { run: Extract<Run, { type: "text" }> }) {
  return TAGS.reduce<ComponentChild>(
    (shown, [name, Tag]) => (style[name] ? <Tag>{shown}</Tag> : shown),
    text,
  );
}
