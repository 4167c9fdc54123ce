/** Menus, ticks and radio buttons: their shape and how much they hold. */
import { describe } from "vitest";
import { type Counted, changesOf, counts, long, refuses, takes, within } from "./case.ts";
import { actions, type Json, many, message, mrkdwn, option, plain } from "./samples.ts";

const EMPTY = "must be more than 0 characters";
const NONE = "must be at least 1 items";
const TWICE = "must be unique";
const STRANGE = "must match one of the options";
const EITHER = "must have either options or option_groups";
const AT = "/blocks/0/elements/0";
const here = (element: unknown): Json => message(actions(element));
const missing = (key: string) => `missing required field: ${key}`;
const options = (count: number) => many(count, (at) => option(`${at}`));
const group = (...members: Json[]): Json => ({ label: plain("Levels"), options: members });
const groups = (count: number) => many(count, (at) => group(option(`${at}`)));
const element = (type: string, more: Json = {}): Json => ({ type, action_id: "a", ...more });

const RADIO = element("radio_buttons", { options: [{ ...option("1"), text: mrkdwn("*1*") }, option("2")] });
const TICKS = element("checkboxes", { options: options(2), initial_options: [option("1")] });
const MENU = element("static_select", {
  options: options(3),
  initial_option: option("2"),
  placeholder: plain("Level"),
});
const GROUPED = element("multi_static_select", {
  option_groups: [group(option("1"), option("2")), group(option("3"))],
  initial_options: [option("3"), option("1")],
  max_selected_items: 2,
});
const MORE = element("overflow", { options: [{ ...option("1"), url: "https://example.org" }] });
const CHANGED_OPTION = { ...option("2"), description: plain("two") };

const RADIOS = changesOf(RADIO, [
  ["no options", "/options", [], NONE],
  ["an option without a value", "/options/0/value", undefined, missing("value"), "/options/0"],
  ["an option with an empty value", "/options/0/value", "", EMPTY],
  ["an option with an empty text", "/options/0/text/text", "", EMPTY],
  [
    "an option with a url",
    "/options/0/url",
    "https://example.org",
    "invalid additional property: url",
    "/options/0",
  ],
  ["two options of one value", "/options/1/value", "1", TWICE],
  ["a first choice that is none", "/initial_option", option("3"), STRANGE],
  ["a placeholder", "/placeholder", plain("A"), "invalid additional property: placeholder", ""],
]);
const TICKED = changesOf(TICKS, [
  ["no first choice in the list", "/initial_options", [], NONE],
  ["a first choice that is none", "/initial_options/0", option("7"), STRANGE],
]);
const MENUS = changesOf(MENU, [
  ["options and groups", "/option_groups", [group(option("9"))], EITHER, ""],
  ["an option in mrkdwn", "/options/0/text/type", "mrkdwn", "must be plain_text"],
  [
    "an option with an empty description",
    "/options/0/description",
    plain(""),
    EMPTY,
    "/options/0/description/text",
  ],
  ["two options of one value", "/options/1/value", "0", TWICE],
  ["a first choice that differs a little", "/initial_option", CHANGED_OPTION, STRANGE],
  ["an empty placeholder", "/placeholder/text", "", EMPTY],
  ["a focus in words", "/focus_on_load", "true", "must be boolean"],
]);
const MANY = changesOf(GROUPED, [
  ["no first choice in the list", "/initial_options", [], NONE],
  ["a group without a label", "/option_groups/1/label", undefined, missing("label"), "/option_groups/1"],
  [
    "one value in two groups",
    "/option_groups/1/options/1",
    option("1"),
    TWICE,
    "/option_groups/1/options/1/value",
  ],
  ["a first choice that is none", "/initial_options/1", option("4"), STRANGE],
  ["nothing to select", "/max_selected_items", 0, "must be at least 1"],
]);
const UNCHOSEN = changesOf({ ...GROUPED, initial_options: undefined }, [
  ["neither options nor groups", "/option_groups", undefined, EITHER, ""],
  ["no groups", "/option_groups", [], NONE],
  ["a group of nothing", "/option_groups/1/options", [], NONE],
]);
const BARE = changesOf(element("static_select", { options: options(1) }), [
  ["no options", "/options", [], NONE],
]);
const OVERFLOWS = changesOf(MORE, [
  ["no options", "/options", [], NONE],
  ["an option to nowhere", "/options/0/url", "x", "must be a valid url"],
  ["two options of one value", "/options/1", option("1"), TWICE, "/options/1/value"],
]);

const FULL: readonly (readonly [what: string, most: number, it: (count: number) => Json, at: string])[] = [
  ["radio buttons", 10, (count) => ({ ...RADIO, options: options(count) }), "/options"],
  ["checkboxes", 10, (count) => element("checkboxes", { options: options(count) }), "/options"],
  ["options of an overflow", 5, (count) => ({ ...MORE, options: options(count) }), "/options"],
  ["options of a menu", 100, (count) => element("static_select", { options: options(count) }), "/options"],
  [
    "groups of a menu",
    100,
    (count) => element("static_select", { option_groups: groups(count) }),
    "/option_groups",
  ],
  [
    "options of a group",
    100,
    (count) => element("static_select", { option_groups: [group(...options(count))] }),
    "/option_groups/0/options",
  ],
];
const COUNTED = FULL.map(
  ([what, most, it, at]): Counted => [
    what,
    most,
    "message",
    (count) => here(it(count)),
    `must be no more than ${most} items`,
    `${AT}${at}`,
  ],
);

describe("in a menu or the like,", () => {
  refuses(
    within("message", here, AT, [
      ...RADIOS,
      ...TICKED,
      ...MENUS,
      ...MANY,
      ...UNCHOSEN,
      ...BARE,
      ...OVERFLOWS,
    ]),
  );
  takes([
    ...[RADIO, TICKS, MENU, GROUPED, MORE].map((it) => [String(it.type), "message", here(it)] as const),
  ]);
  counts(COUNTED);
  counts(
    long("message", here, AT, [
      [
        "an option's text",
        75,
        (text) => ({ ...MORE, options: [{ ...option("1"), text: plain(text) }] }),
        "/options/0/text/text",
      ],
      [
        "an option's value",
        150,
        (value) => ({ ...MORE, options: [{ ...option("1"), value }] }),
        "/options/0/value",
      ],
      [
        "an option's description",
        75,
        (text) => ({ ...MORE, options: [{ ...option("1"), description: plain(text) }] }),
        "/options/0/description/text",
      ],
      [
        "a tick's text",
        75,
        (text) => ({ ...RADIO, options: [{ ...option("1"), text: mrkdwn(text) }] }),
        "/options/0/text/text",
      ],
      [
        "a group's label",
        75,
        (text) =>
          element("static_select", { option_groups: [{ ...group(option("1")), label: plain(text) }] }),
        "/option_groups/0/label/text",
      ],
      ["a placeholder", 150, (text) => ({ ...MENU, placeholder: plain(text) }), "/placeholder/text"],
    ]),
  );
});
