/** Options of menus, ticks and radio buttons, and the dialogue that confirms a choice. */
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { plain, plainOrMrkdwn, url } from "./text.ts";

const { option: ONE, options: MANY, confirm: CONFIRM } = LIMITS;
const value = z.string().min(1).max(ONE.value);
const description = plain(ONE.description).optional();

export const menuOption = z.strictObject({ text: plain(ONE.text), value, description });
export const overflowOption = menuOption.extend({ url: url.optional() });
export const tickOption = z.strictObject({ text: plainOrMrkdwn(ONE.text), value, description });
export const optionGroup = z.strictObject({
  label: plain(MANY.groupLabel),
  options: z.array(menuOption).min(1).max(MANY.select),
});

/** Slack's reference requires all four parts. */
export const confirm = z.strictObject({
  title: plain(CONFIRM.title),
  text: plainOrMrkdwn(CONFIRM.text),
  confirm: plain(CONFIRM.button),
  deny: plain(CONFIRM.button),
  style: z.literal(["primary", "danger"]).optional(),
});

interface Option {
  readonly value: string;
}

interface Choosing {
  readonly options?: readonly Option[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly Option[] }[] | undefined;
  readonly initial_option?: Option | undefined;
  readonly initial_options?: readonly Option[] | undefined;
}

/** Values are unique, and what is chosen at first is one of the options, to the letter. */
export function checkChoosing(chosen: Choosing, context: z.core.$RefinementCtx): void {
  const groups = chosen.option_groups ?? [];
  const placed = [
    ...(chosen.options ?? []).map((option, at) => ({ option, path: ["options", at] })),
    ...groups.flatMap(({ options }, group) =>
      options.map((option, at) => ({ option, path: ["option_groups", group, "options", at] })),
    ),
  ];
  const values = new Set<string>();
  for (const { option, path } of placed) {
    if (values.has(option.value)) flaw("must be unique", [...path, "value"]);
    values.add(option.value);
  }
  if (chosen.initial_option) checkInitial(chosen.initial_option, ["initial_option"]);
  for (const [at, option] of (chosen.initial_options ?? []).entries())
    checkInitial(option, ["initial_options", at]);

  function checkInitial(initial: Option, path: PropertyKey[]): void {
    if (!placed.some(({ option }) => isDeepStrictEqual(option, initial)))
      flaw("must match one of the options", path);
  }
  function flaw(message: string, path: PropertyKey[]): void {
    context.addIssue({ code: "custom", message, path });
  }
}

/** A static menu has either options or groups of them. */
export function checkMenu(menu: Choosing, context: z.core.$RefinementCtx): void {
  if ((menu.options === undefined) === (menu.option_groups === undefined))
    context.addIssue({ code: "custom", message: "must have either options or option_groups" });
  checkChoosing(menu, context);
}
