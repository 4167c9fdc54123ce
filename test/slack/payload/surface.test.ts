/** What messages and views must have around their blocks, and how much of it. */
import { describe } from "vitest";
import { type Counted, counts, type Refused, refuses, shorterThan } from "./case.ts";
import { changed, HOME, home, MODAL, many, message, modal, plain, section } from "./samples.ts";

const HI = { text: "Hi" };
const text = (count: number) => "x".repeat(count);
const sections = (count: number) => many(count, () => section("1"));
const weighing = (bytes: number) => {
  const blocks = many(84, () => section(text(2_900)));
  const rest = bytes - Buffer.byteLength(JSON.stringify(home(...blocks, section(""))));
  return home(...blocks, section(text(rest)));
};
const marked = (count: number) =>
  message({ type: "markdown", text: text(6_000) }, { type: "markdown", text: text(count - 6_000) });

const REFUSED: Refused[] = [
  ["what is no object", "message", [], "must be object", ""],
  ["nothing at all", "modal", undefined, "must be object", ""],
  ["a message without text", "message", { blocks: [] }, "missing required field: text", ""],
  ["a blank text", "ephemeral", { text: " \n" }, "must be more than 0 characters", "/text"],
  ["an empty text", "message", { text: "" }, "must be more than 0 characters", "/text"],
  ["blocks that are no list", "message", { ...HI, blocks: {} }, "must be array", "/blocks"],
  [
    "attached blocks",
    "message",
    { ...HI, attachments: [{}] },
    "must be no more than 0 items",
    "/attachments",
  ],
  ["a text told twice", "message", { ...HI, markdown_text: "Hi" }, "must not be there", "/markdown_text"],
  ["everybody in the text", "message", { text: "Hi <!here>" }, "must not mention everybody", "/text"],
  ["a bare & in the text", "message", { text: "R&D" }, "must escape & as &amp;", "/text"],
  ["a Home of the wrong type", "home", { ...HOME, type: "modal" }, "must be home", "/type"],
  ["a Home with a title", "home", { ...HOME, title: plain("Hi") }, "invalid additional property: title", ""],
  ["a Home without blocks", "home", home(), "must be at least 1 items", "/blocks"],
  ["a modal of the wrong type", "modal", { ...MODAL, type: "home" }, "must be modal", "/type"],
  ["a modal without a title", "modal", { ...MODAL, title: undefined }, "missing required field: title", ""],
  ["a modal without blocks", "modal", modal(), "must be at least 1 items", "/blocks"],
  [
    "a title in mrkdwn",
    "modal",
    changed(MODAL, "/title/type", "mrkdwn"),
    "must be plain_text",
    "/title/type",
  ],
  ["an unknown key of a modal", "modal", { ...MODAL, hash: "1" }, "invalid additional property: hash", ""],
  ["an unknown key of a Home", "home", { ...HOME, hash: "1" }, "invalid additional property: hash", ""],
];

const fields = (["title", "submit", "close"] as const).map((field): Counted => {
  const place = (count: number) => changed(MODAL, `/${field}/text`, text(count));
  return [`characters of a view's ${field}`, 24, "modal", place, shorterThan(24), `/${field}/text`];
});
const ids = (["callback_id", "external_id"] as const).map((field): Counted => {
  const place = (count: number) => ({ ...HOME, [field]: text(count) });
  return [`characters of a ${field}`, 255, "home", place, shorterThan(255), `/${field}`];
});

const COUNTED: Counted[] = [
  ...fields,
  ...ids,
  [
    "characters of private_metadata",
    3_000,
    "modal",
    (count) => ({ ...MODAL, private_metadata: text(count) }),
    shorterThan(3_000),
    "/private_metadata",
  ],
  [
    "characters of a message's text",
    4_000,
    "message",
    (count) => ({ text: text(count) }),
    shorterThan(4_000),
    "/text",
  ],
  [
    "characters of a message's blocks",
    13_000,
    "ephemeral",
    (count) => message(...many(5, () => section(text(2_500))), section(text(count - 12_500))),
    shorterThan(13_000),
    "/blocks",
  ],
  ["characters of a message's markdown", 12_000, "message", marked, shorterThan(12_000), "/blocks"],
  [
    "blocks of a message",
    50,
    "message",
    (count) => message(...sections(count)),
    "must be no more than 50 items",
    "/blocks",
  ],
  [
    "blocks of an ephemeral",
    50,
    "ephemeral",
    (count) => message(...sections(count)),
    "must be no more than 50 items",
    "/blocks",
  ],
  [
    "blocks of a Home",
    100,
    "home",
    (count) => home(...sections(count)),
    "must be no more than 100 items",
    "/blocks",
  ],
  [
    "blocks of a modal",
    100,
    "modal",
    (count) => modal(...sections(count)),
    "must be no more than 100 items",
    "/blocks",
  ],
  ["bytes of a view", 250_000, "home", weighing, "must be at most 250000 bytes", ""],
];

describe("around the blocks,", () => {
  refuses(REFUSED);
  counts(COUNTED);
});
