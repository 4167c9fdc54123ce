/** Payloads as this bot sends them, all fine, and a way to change one thing in them. */

export type Json = Record<string, unknown>;

export const plain = (text: string): Json => ({ type: "plain_text", text });
export const mrkdwn = (text: string): Json => ({ type: "mrkdwn", text });
export const button = (text: string, name = text): Json => ({
  type: "button",
  action_id: `signpost:${name}`,
  text: plain(text),
});
export const option = (text: string): Json => ({ text: plain(text), value: text });
export const section = (text: string): Json => ({ type: "section", text: mrkdwn(text) });
export const actions = (...elements: unknown[]): Json => ({ type: "actions", elements });
export const input = (element: Json): Json => ({ type: "input", label: plain("Which?"), element });
export const many = <T>(count: number, one: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => one(at));

export const message = (...blocks: unknown[]): Json => ({ text: "Where do you work?", blocks });
export const home = (...blocks: unknown[]): Json => ({ type: "home", blocks });
export const modal = (...blocks: unknown[]): Json => ({
  type: "modal",
  title: plain("Your hours"),
  submit: plain("Save"),
  close: plain("Close"),
  blocks,
});

export const QUESTION: Json = {
  channel: "D024BE91L",
  text: "Question 2 of about 6: What is your role? <https://example.org/why?a=1&amp;b=2|Why we ask>",
  blocks: [
    { type: "header", text: plain("Learning-support check") },
    { type: "context", elements: [mrkdwn("Question 2 of about 6"), plain("Saved as you go")] },
    { ...section("*What is your current role?*\n> said to <@U024BE7LH>"), block_id: "role:2" },
    actions(
      { ...button("Teaching assistant"), style: "primary", value: "s1:2:7" },
      button("Cover supervisor"),
      {
        ...button("Forget me"),
        style: "danger",
        confirm: {
          title: plain("Forget all?"),
          text: mrkdwn("It cannot be undone."),
          confirm: plain("Forget me"),
          deny: plain("Keep it"),
        },
      },
    ),
    { type: "divider" },
    actions({ type: "overflow", action_id: "signpost:more", options: [option("Skip"), option("Why")] }),
  ],
};

export const ADVICE: Json = {
  text: "The Award fits: 12 of 12 credits.",
  blocks: [
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [
            { type: "text", text: "Tom & <Jerry> ", style: { bold: true } },
            { type: "link", url: "https://example.org/award", text: "the Award" },
            { type: "emoji", name: "white_check_mark" },
            { type: "user", user_id: "U024BE7LH" },
            { type: "channel", channel_id: "C024BE7LR" },
          ],
        },
        {
          type: "rich_text_list",
          style: "ordered",
          indent: 0,
          elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "Join" }] }],
        },
        { type: "rich_text_preformatted", elements: [{ type: "text", text: "12 credits" }] },
        { type: "rich_text_quote", elements: [{ type: "text", text: "Valid since 2010" }] },
      ],
    },
    { type: "section", fields: [mrkdwn("*Credits*\n12"), plain("Hours\n30")], accessory: button("Change") },
    { type: "image", image_url: "https://example.org/plan.png", alt_text: "Two of three steps are done" },
    { type: "markdown", text: "**Next**: ask R&D" },
    {
      type: "context_actions",
      elements: [
        {
          type: "feedback_buttons",
          action_id: "signpost:feedback",
          positive_button: { text: plain("Helpful"), value: "yes" },
          negative_button: { text: plain("Not helpful"), value: "no" },
        },
      ],
    },
  ],
};

export const cell = (text: string): Json => ({ type: "raw_text", text });
export const TABLE: Json = {
  type: "data_table",
  caption: "Your team",
  page_size: 10,
  row_header_column_index: 0,
  rows: [
    [cell("Name"), cell("Gaps")],
    [cell("Ann"), { type: "raw_number", value: 3, text: "3" }],
    [cell("Bob"), { type: "raw_number", value: 0, text: "0" }],
  ],
};
export const PIE: Json = {
  type: "data_visualization",
  title: "Where the team is",
  chart: { type: "pie", segments: [{ label: "Ready", value: 5 }] },
};
const points = (...values: number[]) =>
  values.map((value, at) => ({ label: ["Award", "Certificate"][at], value }));
export const BAR: Json = {
  type: "data_visualization",
  title: "Gaps",
  chart: {
    type: "bar",
    series: [
      { name: "Open", data: points(1200, 2.5) },
      { name: "Closed", data: points(0, -4) },
    ],
    axis_config: { categories: ["Certificate", "Award"], x_label: "Qualification", y_label: "Gaps" },
  },
};
export const TEAM: Json = {
  text: "5 ready. Award: 1,200 open, 0 closed. Certificate: 2.5 open, 4 fewer closed.",
  blocks: [section("12 people: 5 ready"), TABLE, PIE, BAR],
};

export const HOME: Json = {
  type: "home",
  callback_id: "home",
  private_metadata: "v1",
  blocks: [
    { type: "header", text: plain("Signpost") },
    { ...section("Role: *teaching assistant*"), accessory: change("role") },
    { ...section("Level: *2*"), accessory: change("level") },
    { ...input({ type: "plain_text_input", action_id: "name" }), dispatch_action: true },
  ],
};

function change(what: string): Json {
  return { ...button("Change", what), accessibility_label: `Change your ${what}` };
}

export const MODAL: Json = {
  ...modal(
    { ...input({ type: "datepicker", action_id: "on", initial_date: "2026-11-23" }), block_id: "on" },
    {
      ...input({
        type: "number_input",
        action_id: "hours",
        is_decimal_allowed: true,
        min_value: "0.5",
        max_value: "24",
        focus_on_load: true,
      }),
      hint: plain("For example 2.5"),
      optional: true,
    },
    input({ type: "static_select", action_id: "level", options: [option("1"), option("2")] }),
  ),
  callback_id: "hours",
  notify_on_close: true,
};

/** A copy of a payload in which the value at a JSON pointer is another; `undefined` takes it out. */
export function changed(payload: Json, pointer: string, value: unknown): Json {
  const copy = structuredClone(payload);
  const keys = pointer.split("/").slice(1);
  const last = keys.pop() ?? "";
  let here: Json = copy;
  for (const key of keys) here = here[key] as Json;
  here[last] = value;
  return copy;
}
