import { describe } from "vitest";
import { accessFlaws } from "./access.ts";
import { type Refused, refuses, takes, takesSamples } from "./refused.ts";
import type { Bad } from "./sample.ts";

const BADGE = { type: "Badge", text: "New" };
const EMPTY = "must not be empty";
const ERROR = "must say what is wrong";
const SAME = "must have the same title, data and associatedInputs";
const SUBMIT = "must be an Action.Submit";
const NEWER = "must stand in where 1.5 is drawn";
const LARGE = { type: "TextBlock", text: "Where?", wrap: true, size: "ExtraLarge" };

const REFUSED: readonly Refused[] = [
  [["an input without an id", "form", "/body/1/id", ""], "body[1].id", EMPTY],
  [["an input without a label", "form", "/body/2/label", undefined], "body[2].label", EMPTY],
  [["a toggle with a blank label", "form", "/body/6/label", " "], "body[6].label", EMPTY],
  [["a number without its error", "form", "/body/1/errorMessage", undefined], "body[1].errorMessage", ERROR],
  [["a length without its error", "form", "/body/5/errorMessage", ""], "body[5].errorMessage", ERROR],
  [["a pattern without its error", "form", "/body/2/regex", "^1"], "body[2].errorMessage", ERROR],
  [["a latest day without its error", "form", "/body/2/max", "2026-11-23"], "body[2].errorMessage", ERROR],
  [["a required day without its error", "form", "/body/2/isRequired", true], "body[2].errorMessage", ERROR],
  [
    ["a choice with a comma", "form", "/body/3/choices/1/value", "groups,one"],
    "body[3].choices[1].value",
    "must hold no comma, which joins values",
  ],
  [["an id that is there twice", "form", "/body/4/id", "with"], "body[4].id", "must be unique"],
  [["text on one line", "form", "/body/0/wrap", undefined], "body[0].wrap", "must be true"],
  [
    ["text on one line in a fallback", "advice", "/body/2/fallback/wrap", false],
    "body[2].fallback.wrap",
    "must be true",
  ],
  [["an empty text", "form", "/body/0/text", ""], "body[0].text", EMPTY],
  [["an empty run", "question", "/body/3/inlines/0/text", ""], "body[3].inlines[0].text", EMPTY],
  [["an empty string as a run", "question", "/body/3/inlines/1", ""], "body[3].inlines[1]", EMPTY],
  [["an action without a verb", "form", "/actions/0/verb", undefined], "actions[0].verb", EMPTY],
  [["an action without a fallback", "form", "/actions/0/fallback", undefined], "actions[0].fallback", SUBMIT],
  [["an action that is dropped", "form", "/actions/0/fallback", "drop"], "actions[0].fallback", SUBMIT],
  [
    ["an action in the body without a fallback", "question", "/body/4/actions/1/fallback", undefined],
    "body[4].actions[1].fallback",
    SUBMIT,
  ],
  [
    ["a fallback of another kind", "form", "/actions/0/fallback/type", "Action.OpenUrl"],
    "actions[0].fallback",
    SUBMIT,
  ],
  [["a fallback of another title", "form", "/actions/0/fallback/title", "Send"], "actions[0].fallback", SAME],
  [
    ["a fallback with other data", "form", "/actions/0/fallback/data/question", "units"],
    "actions[0].fallback",
    SAME,
  ],
  [
    ["a fallback that sends inputs", "form", "/actions/1/fallback/associatedInputs", undefined],
    "actions[1].fallback",
    SAME,
  ],
  [["a chart without a fallback", "advice", "/body/2/fallback", undefined], "body[2].fallback", NEWER],
  [
    ["a badge without a fallback", "advice", "/body/4/columns/1/items/0", BADGE],
    "body[4].columns[1].items[0].fallback",
    NEWER,
  ],
  [
    ["a heading that only looks like one", "form", "/body/0/style", undefined],
    "body[0].style",
    "must be heading",
  ],
  [["a large text before the heading", "question", "/body/0", LARGE], "body[0].style", "must be heading"],
];

const FINE: readonly Bad[] = [
  ["a chart that is dropped where it is not drawn", "advice", "/body/2/fallback", "drop"],
  ["a badge with a fallback", "advice", "/body/4/columns/1/items/0", { ...BADGE, fallback: "drop" }],
  [
    "an input whose fallback has the same id",
    "form",
    "/body/2/fallback",
    { type: "Input.Text", id: "date", label: "When?" },
  ],
  ["a large text after the heading", "question", "/body/2", LARGE],
  ["a card without a heading", "form", "/body/0", { type: "TextBlock", text: "When?", wrap: true }],
];

describe("our own rules of accessibility", () => {
  takesSamples(accessFlaws);
  refuses(accessFlaws, REFUSED);
  takes(accessFlaws, FINE);
});
