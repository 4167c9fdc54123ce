/** What must be so across all blocks of a payload, and for people who hear it. */
import { describe } from "vitest";
import { type Refused, refuses, takes } from "./case.ts";
import {
  actions,
  BAR,
  button,
  changed,
  home,
  input,
  type Json,
  MODAL,
  message,
  modal,
  PIE,
  section,
  TABLE,
} from "./samples.ts";

const primary = (text: string) => ({ ...button(text), style: "primary" });
const named = (text: string, block_id: string) => ({ ...section(text), block_id });
const focused = (action_id: string) => input({ type: "plain_text_input", action_id, focus_on_load: true });
const channels = { type: "channels_select", action_id: "channel", response_url_enabled: true };
const dispatching = {
  type: "plain_text_input",
  action_id: "name",
  dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
};
const changes = (...labels: (string | undefined)[]) =>
  message(
    ...labels.map((accessibility_label, at) =>
      actions({ ...button("Change", `${at}`), accessibility_label }),
    ),
  );
const said = (text: string, ...blocks: Json[]): Json => ({ text, blocks });
const PIE_OF_6 = changed(PIE, "/chart/segments/0/value", 6);
const SPEAKING = changed(PIE_OF_6, "/title", "6 ready");
const UNHEARD = "must tell apart buttons that read the same";
const LABEL = "accessibility_label";
const rows = [[{ type: "raw_text", text: "1" }]];

const REFUSED: Refused[] = [
  [
    "a modal that asks without submit",
    "modal",
    { ...MODAL, submit: undefined },
    "submit is required with an input block",
    "/submit",
  ],
  [
    "a block_id told twice",
    "message",
    message(named("1", "a"), named("2", "a")),
    "must be unique",
    "/blocks/1/block_id",
  ],
  [
    "an action_id told twice in a block",
    "message",
    message(actions(button("1", "a"), button("2", "a"))),
    "must be unique",
    "/blocks/0/elements/1/action_id",
  ],
  [
    "a second primary button",
    "home",
    home(actions(primary("A")), actions(primary("B"))),
    "no more than 1 primary button allowed",
    "/blocks/1/elements/0",
  ],
  [
    "a second focus",
    "modal",
    modal(focused("a"), focused("b")),
    "no more than 1 focus_on_load allowed",
    "/blocks/1/element",
  ],
  [
    "a second table",
    "message",
    message(TABLE, { type: "table", rows }),
    "no more than 1 table allowed",
    "/blocks/1",
  ],
  [
    "a third chart",
    "message",
    said("5 ready", PIE, PIE, PIE),
    "no more than 2 data_visualization allowed",
    "/blocks/2",
  ],
  [
    "an answer by url from a Home",
    "home",
    home(input(channels)),
    "only in an input block of a modal",
    "/blocks/0/element/response_url_enabled",
  ],
  [
    "an answer by url without an input",
    "modal",
    modal(actions(channels)),
    "only in an input block of a modal",
    "/blocks/0/elements/0/response_url_enabled",
  ],
  [
    "a dispatch that its block does not allow",
    "home",
    home(input(dispatching)),
    "dispatch_action must be true",
    "/blocks/0/dispatch_action",
  ],
  [
    "a figure of a chart that is not told",
    "message",
    said("5 ready", PIE_OF_6),
    "must say as text: 6",
    "/blocks/0/chart",
  ],
  [
    "a figure that is only part of others",
    "message",
    said("16, 6.5 or 6,000", PIE_OF_6),
    "must say as text: 6",
    "/blocks/0/chart",
  ],
  [
    "a figure told by the chart alone",
    "message",
    said("Team", SPEAKING),
    "must say as text: 6",
    "/blocks/0/chart",
  ],
  [
    "figures of several series that are not told",
    "message",
    said("0 of 4", BAR),
    "must say as text: 1200, 2.5",
    "/blocks/0/chart",
  ],
  [
    "a button that reads like another",
    "message",
    changes("Change role", undefined),
    UNHEARD,
    `/blocks/1/elements/0/${LABEL}`,
  ],
  [
    "a button that sounds like another",
    "message",
    changes("Change it", "Change it"),
    UNHEARD,
    `/blocks/1/elements/0/${LABEL}`,
  ],
];

describe("across the blocks,", () => {
  refuses(REFUSED);
  takes([
    [
      "the same action_id in two blocks",
      "message",
      message(actions(button("1", "a")), actions(button("2", "a"))),
    ],
    ["an answer by url from an input of a modal", "modal", modal(input(channels))],
    ["a dispatch that its block allows", "home", home({ ...input(dispatching), dispatch_action: true })],
    ["a modal that asks nothing, without submit", "modal", { ...modal(section("Hi")), submit: undefined }],
    ["buttons that sound different", "message", changes("Change role", "Change level")],
  ]);
});
