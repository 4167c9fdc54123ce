/** What people pick in a modal: dates, times, files, people and places. */
import { describe } from "vitest";
import { type Change, changesOf, refuses, takes, within } from "./case.ts";
import { input, type Json, message, modal, option, plain, section } from "./samples.ts";

const AT = "/blocks/0/element";
const EMPTY = "must be more than 0 characters";
const NONE = "must be at least 1 items";
const here = (element: unknown): Json => modal(input(element as Json));
const element = (type: string, more: Json = {}): Json => ({ type, action_id: "a", ...more });
const asked = { placeholder: plain("Pick one"), focus_on_load: true };

const DATE = element("datepicker", { initial_date: "2028-02-29", ...asked });
const TIME = element("timepicker", { initial_time: "23:59", timezone: "Europe/London", ...asked });
const MOMENT = element("datetimepicker", { initial_date_time: 1_628_633_820, focus_on_load: true });
const FILE = element("file_input", { filetypes: ["pdf"], max_files: 10 });
const TALK = element("conversations_select", {
  initial_conversation: "C1",
  default_to_current_conversation: true,
  response_url_enabled: true,
  filter: { include: ["im"], exclude_bot_users: true },
  ...asked,
});

const SEARCH = element("multi_external_select", {
  initial_options: [option("1")],
  min_query_length: 3,
  ...asked,
});

const FINE: Json[] = [
  DATE,
  TIME,
  MOMENT,
  FILE,
  TALK,
  SEARCH,
  element("external_select", { initial_option: option("1"), min_query_length: 0, ...asked }),
  element("users_select", { initial_user: "U1", ...asked }),
  element("channels_select", { initial_channel: "C1", ...asked }),
  element("multi_users_select", { initial_users: ["U1"], max_selected_items: 1, ...asked }),
  element("multi_channels_select", { initial_channels: ["C1"], ...asked }),
  element("multi_conversations_select", { initial_conversations: ["C1"], ...asked }),
];

const CHANGES: readonly (readonly [fine: Json, changes: readonly Change[]])[] = [
  [
    DATE,
    [
      ["a British date", "/initial_date", "29/02/2028", "Invalid ISO date"],
      ["a day that never was", "/initial_date", "2027-02-29", "Invalid ISO date"],
    ],
  ],
  [
    TIME,
    [
      ["an hour too many", "/initial_time", "24:00", "must be HH:mm"],
      ["an empty zone", "/timezone", "", EMPTY],
    ],
  ],
  [
    MOMENT,
    [
      ["milliseconds", "/initial_date_time", 1_628_633_820_000, "must be at most 9999999999"],
      ["few digits", "/initial_date_time", 1, "must be at least 1000000000"],
    ],
  ],
  [
    FILE,
    [
      ["no file", "/max_files", 0, "must be at least 1"],
      ["11 files", "/max_files", 11, "must be at most 10"],
      ["no kind of file", "/filetypes", [], NONE],
      ["an empty kind of file", "/filetypes/0", "", EMPTY],
    ],
  ],
  [
    TALK,
    [
      ["nobody at first", "/initial_conversation", "", EMPTY],
      ["no kind of talk", "/filter/include", [], NONE],
      ["a filter of nothing", "/filter", {}, "must have at least one property"],
      ["an unknown kind of talk", "/filter/include/0", "dm", "must be im or mpim or private or public"],
    ],
  ],
  [
    SEARCH,
    [
      ["nobody at first", "/initial_options", [], NONE],
      ["less than no letter", "/min_query_length", -1, "must be at least 0"],
    ],
  ],
];

describe.each(CHANGES.map(([fine, changes]) => [String(fine.type), fine, changes] as const))(
  "in a %s,",
  (_type, fine, changes) => {
    refuses(within("modal", here, AT, changesOf(fine, changes)));
  },
);

describe("in a picker,", () => {
  takes(FINE.map((it) => [`a fine ${it.type}`, "modal", here(it)]));
  takes([["one beside a section", "message", message({ ...section("When?"), accessory: DATE })]]);
});
