/** What may stand in mrkdwn and in rich text. */
import { describe } from "vitest";
import { counts, type Inner, refuses, shorterThan, takes, within } from "./case.ts";
import { home, type Json, message, modal, mrkdwn, plain, section } from "./samples.ts";

const EVERYBODY = "must not mention everybody";
const OPEN = "must escape < as &lt;";
const AND = "must escape & as &amp;";
const EMPTY = "must be more than 0 characters";
const NONE = "must be at least 1 items";

const MARKUP = [
  ["everybody by channel", "Hi <!channel>", EVERYBODY],
  ["everybody who is here", "<!here|here>", EVERYBODY],
  ["everybody at all", "<!everyone>", EVERYBODY],
  ["a user group", "<!subteam^S024BE7LH>", OPEN],
  ["a date without words for old clients", "<!date^1392734382^{date}>", OPEN],
  ["a person by name", "<@ann>", OPEN],
  ["a channel by name", "<#general>", OPEN],
  ["a direct conversation", "<#D024BE7LR>", OPEN],
  ["a script for a link", "<javascript:alert(1)|here>", OPEN],
  ["a link with nothing to read", "<https://example.org|>", OPEN],
  ["a link with a blank in it", "<https://example.org/a b>", OPEN],
  ["a link that does not end", "<https://example.org", OPEN],
  ["a letter to nobody", "<mailto:>", OPEN],
  ["less than", "2 < 3", OPEN],
  ["a < after a link", "<https://example.org> <", OPEN],
  ["a < within a link", "<https://example.org|a<b>", OPEN],
  ["a bare &", "Tom & Jerry", AND],
  ["an & at the end", "Tom &", AND],
  ["an entity that Slack does not know", "caf&eacute;", AND],
  ["a bare & in a link", "<https://example.org/?a=1&b=2>", AND],
] as const;

const FINE = [
  ["what is escaped", "2 &lt; 3 &amp; 5 &gt; 4"],
  ["a quotation and an arrow", "> said -> done"],
  ["a person", "<@U024BE7LH> and <@W024BE7LH|ann>"],
  ["a channel", "<#C024BE7LR> and <#C024BE7LR|general>"],
  ["a link", "<https://example.org/?a=1&amp;b=2|the *rules*> and <http://example.org>"],
  ["a letter", "<mailto:ann@example.org|Ann> and <mailto:ann@example.org>"],
  ["a date", "<!date^1392734382^{date_short}|18 Feb> and <!date^1^{date}^https://example.org|18 Feb>"],
  ["a name that is no mention", "@channel and !here"],
] as const;

const rich = (...elements: unknown[]): Json => ({ type: "rich_text", elements });
const spoken = (...elements: unknown[]): Json => rich({ type: "rich_text_section", elements });
const text = { type: "text", text: "Hi" };
const item = { type: "rich_text_section", elements: [text] };
const list = { type: "rich_text_list", style: "bullet", elements: [item] };

const RICH: Inner[] = [
  ["rich text of nothing", rich(), NONE, "/elements"],
  ["an empty section", spoken(), NONE, "/elements/0/elements"],
  ["an empty text", spoken({ ...text, text: "" }), EMPTY, "/elements/0/elements/0/text"],
  ["mrkdwn in rich text", spoken(mrkdwn("Hi")), "unsupported type", "/elements/0/elements/0/type"],
  ["a text outside a section", rich(text), "unsupported type", "/elements/0/type"],
  [
    "an unknown style",
    spoken({ ...text, style: { big: true } }),
    "invalid additional property: big",
    "/elements/0/elements/0/style",
  ],
  [
    "a link to nowhere",
    spoken({ type: "link", url: "x" }),
    "must be a valid url",
    "/elements/0/elements/0/url",
  ],
  [
    "a link with nothing to read",
    spoken({ type: "link", url: "https://example.org", text: "" }),
    EMPTY,
    "/elements/0/elements/0/text",
  ],
  [
    "an emoji with colons",
    spoken({ type: "emoji", name: ":wave:" }),
    "must be a name without colons",
    "/elements/0/elements/0/name",
  ],
  [
    "a user without an id",
    spoken({ type: "user" }),
    "missing required field: user_id",
    "/elements/0/elements/0",
  ],
  [
    "a broadcast to some",
    spoken({ type: "broadcast", range: "some" }),
    "must be here or channel or everyone",
    "/elements/0/elements/0/range",
  ],
  [
    "a list of another style",
    rich({ ...list, style: "dash" }),
    "must be bullet or ordered",
    "/elements/0/style",
  ],
  ["a list of nothing", rich({ ...list, elements: [] }), NONE, "/elements/0/elements"],
  [
    "a list of bare texts",
    rich({ ...list, elements: [text] }),
    "unsupported type",
    "/elements/0/elements/0/type",
  ],
  ["a list too far in", rich({ ...list, indent: 9 }), "must be at most 8", "/elements/0/indent"],
  ["a list too far out", rich({ ...list, indent: -1 }), "must be at least 0", "/elements/0/indent"],
  ["a list that starts too early", rich({ ...list, offset: -1 }), "must be at least 0", "/elements/0/offset"],
  [
    "no preformatted text",
    rich({ type: "rich_text_preformatted", elements: [] }),
    NONE,
    "/elements/0/elements",
  ],
  ["a thick border", rich({ ...list, border: 2 }), "must be 0 or 1", "/elements/0/border"],
  [
    "an emoji in preformatted text",
    rich({ type: "rich_text_preformatted", elements: [{ type: "emoji", name: "wave" }] }),
    "unsupported type",
    "/elements/0/elements/0/type",
  ],
  ["a quotation of nothing", rich({ type: "rich_text_quote", elements: [] }), NONE, "/elements/0/elements"],
];

describe("in mrkdwn,", () => {
  refuses(MARKUP.map(([rule, it, wrong]) => [rule, "home", home(section(it)), wrong, "/blocks/0/text/text"]));
  takes(FINE.map(([what, it]) => [what, "message", { text: it, blocks: [section(it)] }]));
  takes([
    [
      "what would be markup elsewhere, in plain text,",
      "modal",
      modal({ type: "header", text: plain("R&D <b>") }),
    ],
  ]);
});

const linked = (count: number) =>
  message(spoken({ type: "link", url: "https://example.org/".padEnd(count, "x") }));

describe("in rich text,", () => {
  counts([
    [
      "characters of a link",
      3_000,
      "message",
      linked,
      shorterThan(3_000),
      "/blocks/0/elements/0/elements/0/url",
    ],
  ]);
  refuses(within("message", message, "/blocks/0", RICH));
  takes([
    ["what would be markup elsewhere", "message", message(spoken({ ...text, text: "R&D <!channel>" }))],
    ["a blank between two links", "modal", modal(spoken(text, { ...text, text: " " }, text))],
    ["a list that goes on", "home", home(rich({ ...list, style: "ordered", offset: 3, border: 1 }))],
    ["a broadcast", "message", message(spoken({ type: "broadcast", range: "here" }))],
  ]);
});
