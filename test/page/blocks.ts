/** Every kind of block that Slack is sent, with markup in its words, and what has to be seen of each. */
import type { Markup, Preview } from "../../src/chat/preview.ts";

/** What somebody could type who wishes the page ill. */
export const ILL = "<b>Bo</b> & <img src=x onerror=alert(1)>";

const plain = (text: string) => ({ type: "plain_text", text, emoji: false });
const run = (text: string, style?: Readonly<Record<string, boolean>>) => ({
  type: "text",
  text,
  ...(style ? { style } : {}),
});
const section = (...elements: readonly object[]) => ({ type: "rich_text_section", elements });
const richText = (...elements: readonly object[]) => ({ type: "rich_text", elements });
const actions = (...elements: readonly object[]) => ({ type: "actions", block_id: "1|0|me|q", elements });
const option = (text: string, more?: string) => ({
  text: plain(text),
  value: text,
  ...(more ? { description: plain(more) } : {}),
});
const select = (type: string) => ({
  type,
  action_id: "choose:0",
  placeholder: plain(`Choose ${ILL}`),
  options: [option(ILL, "and more of it"), option("Two")],
});

interface Sample {
  readonly kind: string;
  readonly block: Markup;
  /** What is seen, by where it stands. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
}

export const BLOCKS: readonly Sample[] = [
  { kind: "a header", block: { type: "header", text: plain(ILL) }, seen: { h3: [ILL] } },
  {
    kind: "a section of rich text, in its styles, with somebody called",
    block: richText(
      section(
        run(ILL, { bold: true, italic: true }),
        run(" plain "),
        run("gone", { strike: true }),
        run("x = 1", { code: true }),
        { type: "user", user_id: "U0ANN" },
      ),
    ),
    seen: { "strong em": [ILL], s: ["gone"], code: ["x = 1"], ".mention": ["@U0ANN"] },
  },
  {
    kind: "a list of rich text, under its title",
    block: richText(section(run("Left", { bold: true })), {
      type: "rich_text_list",
      style: "bullet",
      elements: [section(run(ILL)), section(run("two"))],
    }),
    seen: { "p strong": ["Left"], "ul li": [ILL, "two"] },
  },
  {
    kind: "a numbered list that goes on",
    block: richText({
      type: "rich_text_list",
      style: "ordered",
      offset: 4,
      elements: [section(run(ILL))],
    }),
    seen: { "ol[start=5] li": [ILL] },
  },
  {
    kind: "preformatted text",
    block: richText({ type: "rich_text_preformatted", elements: [run(`{ ${ILL} }`)] }),
    seen: { pre: [`{ ${ILL} }`] },
  },
  {
    kind: "a section with fields",
    block: { type: "section", text: plain(ILL), fields: [plain("one"), plain("two")] },
    seen: { p: [ILL, "one", "two"] },
  },
  {
    kind: "a context",
    block: { type: "context", elements: [plain(ILL), plain("so far")] },
    seen: { ".slack-context": [`${ILL} so far`] },
  },
  { kind: "a divider", block: { type: "divider" }, seen: { hr: [""] } },
  {
    kind: "buttons, the main one and the grave one",
    block: actions(
      { type: "button", text: plain(ILL), value: "1" },
      { type: "button", text: plain("Go"), value: "2", style: "primary", accessibility_label: "Go on" },
      { type: "button", text: plain("Delete"), value: "3", style: "danger" },
    ),
    seen: { button: [ILL, "Go", "Delete"], ".primary[aria-label='Go on']": ["Go"], ".danger": ["Delete"] },
  },
  {
    kind: "radio buttons",
    block: actions({ type: "radio_buttons", options: [option(ILL, "and more"), option("Two")] }),
    seen: { "label:has(input[type=radio])": [`${ILL}and more`, "Two"] },
  },
  {
    kind: "boxes to tick",
    block: actions({ type: "checkboxes", options: [option(ILL), option("Two")] }),
    seen: { "label:has(input[type=checkbox])": [ILL, "Two"] },
  },
  {
    kind: "a list to pick one from",
    block: actions(select("static_select")),
    seen: { "select:not([multiple]) option": [`Choose ${ILL}`, `${ILL} and more of it`, "Two"] },
  },
  {
    kind: "a list to pick several from",
    block: actions(select("multi_static_select")),
    seen: { "select[multiple] option": [`${ILL} and more of it`, "Two"] },
  },
  {
    kind: "a table",
    block: {
      type: "data_table",
      caption: ILL,
      page_size: 10,
      row_header_column_index: 0,
      rows: [
        [
          { type: "raw_text", text: "Who" },
          { type: "raw_text", text: "Hours" },
        ],
        [
          { type: "raw_text", text: ILL },
          { type: "raw_text", text: "22.5" },
        ],
      ],
    },
    seen: {
      caption: [ILL],
      "th[scope=col]": ["Who", "Hours"],
      "tbody th[scope=row]": [ILL],
      "tbody td": ["22.5"],
    },
  },
  {
    kind: "a chart",
    block: {
      type: "data_visualization",
      title: ILL,
      chart: {
        type: "bar",
        series: [
          {
            name: "hours",
            data: [
              { label: ILL, value: 12 },
              { label: "Numeracy", value: 0 },
            ],
          },
        ],
        axis_config: { categories: [ILL, "Numeracy"] },
      },
    },
    seen: { ".chart caption": [ILL], ".chart tr": [`${ILL}12 hours`, "Numeracy0 hours"] },
  },
  {
    kind: "a kind that nobody knew, by its words",
    block: { type: "carousel", elements: [{ type: "card", title: plain(ILL), body: plain("and a body") }] },
    seen: { p: [`${ILL} and a body`] },
  },
  {
    kind: "a kind that has no words, by its name",
    block: { type: "video", video_url: "https://video.example" },
    seen: { p: ["video"] },
  },
];

/** A channel that sends these blocks, whatever is said. */
export function channelOf(blocks: readonly Markup[]): Preview {
  const sent = { text: "a &lt;reply&gt; &amp;amp; more", blocks };
  return {
    name: "Slack",
    payloads: () => [{ kind: "blocks", text: "a <reply> &amp; more", blocks, sent }],
  };
}
