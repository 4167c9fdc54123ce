import { describe } from "vitest";
import { many } from "../../slack/payload/samples.ts";
import { limitFlaws } from "./limits.ts";
import { type Refused, refuses, takes, takesSamples } from "./refused.ts";
import type { Bad } from "./sample.ts";

const PRESS = { type: "Action.Submit", title: "Go on" };
const SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";
const COLUMN = { type: "Column", items: [] };
const IMAGE = "must be https, or a PNG, JPEG or GIF in itself";
const SIX = "must be no more than 6 actions";
const presses = (count: number) => many(count, () => PRESS);

/** The question has three actions in its body and two beneath. */
const REFUSED: readonly Refused[] = [
  [["another type", "form", "/type", "Card"], "type", "must be AdaptiveCard"],
  [["an older version", "form", "/version", "1.4"], "version", "must be 1.5"],
  [["a newer version", "form", "/version", "1.6"], "version", "must be 1.5"],
  [["no version", "form", "/version", undefined], "version", "must be 1.5"],
  [["no schema", "form", "/$schema", undefined], "$schema", `must be ${SCHEMA}`],
  [["an empty body", "form", "/body", []], "body", "must not be empty"],
  [["no body", "form", "/body", undefined], "body", "must not be empty"],
  [["no text instead", "form", "/fallbackText", undefined], "fallbackText", "must say what the card says"],
  [["blank text instead", "form", "/fallbackText", " "], "fallbackText", "must say what the card says"],
  [["a seventh action beneath", "form", "/actions", presses(7)], "actions[6]", SIX],
  [["a seventh action in all", "question", "/actions", presses(4)], "actions[3]", SIX],
  [["a seventh action in the body", "question", "/body/4/actions", presses(5)], "actions[1]", SIX],
  [["an empty title", "form", "/actions/0/title", ""], "actions[0].title", "must not be empty"],
  [
    ["a title in a fallback that is missing", "form", "/actions/0/fallback/title", undefined],
    "actions[0].fallback.title",
    "must not be empty",
  ],
  [
    ["a whole element without a title", "form", "/body/0/selectAction", { type: "Action.Submit" }],
    "body[0].selectAction.title",
    "must not be empty",
  ],
  [
    ["a long title", "form", "/actions/0/title", "x".repeat(41)],
    "actions[0].title",
    "must be no more than 40 characters",
  ],
  [["a green button", "form", "/actions/0/style", "positive"], "actions[0].style", "is not drawn by Teams"],
  [
    ["a red button", "form", "/actions/0/fallback/style", "destructive"],
    "actions[0].fallback.style",
    "is not drawn by Teams",
  ],
  [
    ["a button that is off", "form", "/actions/1/isEnabled", false],
    "actions[1].isEnabled",
    "is not known to Teams",
  ],
  [
    ["a fourth column", "advice", "/body/4/columns", many(4, () => COLUMN)],
    "body[4].columns",
    "must be no more than 3 columns",
  ],
  [["an image over http", "advice", "/body/5/url", "http://example.org/a.png"], "body[5].url", IMAGE],
  [
    ["an image that is drawn by a script", "advice", "/body/5/url", "data:image/svg+xml;base64,PHN2Zy8+"],
    "body[5].url",
    IMAGE,
  ],
  [
    ["an image without words", "advice", "/body/5/altText", undefined],
    "body[5].altText",
    "must say what the image shows",
  ],
  [
    ["an image with blank words", "advice", "/body/5/altText", " "],
    "body[5].altText",
    "must say what the image shows",
  ],
  [
    ["a background over http", "form", "/backgroundImage", "http://example.org/a.png"],
    "backgroundImage",
    IMAGE,
  ],
  [
    ["a background in full over http", "form", "/backgroundImage", { url: "http://example.org/a.png" }],
    "backgroundImage.url",
    IMAGE,
  ],
  [
    ["an icon over http", "form", "/actions/0/iconUrl", "http://example.org/a.png"],
    "actions[0].iconUrl",
    IMAGE,
  ],
];

const FINE: readonly Bad[] = [
  ["six actions", "form", "/actions", presses(6)],
  ["three columns", "advice", "/body/4/columns", many(3, () => COLUMN)],
  ["a title of 40 characters", "form", "/actions/0/title", "x".repeat(40)],
  ["an image over https", "advice", "/body/5/url", "https://example.org/a.png"],
  [
    "what is told to the bot, whatever it is called",
    "form",
    "/actions/0/data",
    { style: "positive", isEnabled: false, type: "Action.Submit" },
  ],
];

describe("our own limits", () => {
  takesSamples(limitFlaws);
  refuses(limitFlaws, REFUSED);
  takes(limitFlaws, FINE);
});
