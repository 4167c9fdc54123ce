/** The slices of Block Kit that the stand-in reads, and where the controls stand in them. */

export type Json = Readonly<Record<string, unknown>>;

export interface Words {
  readonly type: string;
  readonly text: string;
}

export interface Option {
  readonly text: Words;
  readonly value: string;
  readonly description?: Words;
}

export interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly text?: Words;
  readonly value?: string;
  readonly accessibility_label?: string;
  readonly placeholder?: Words;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly label: Words; readonly options: readonly Option[] }[];
  readonly [key: string]: unknown;
}

export interface Block {
  readonly type: string;
  readonly block_id: string;
  readonly text?: Words;
  readonly title?: Words;
  readonly label?: Words;
  readonly hint?: Words;
  readonly accessory?: Element;
  readonly element?: Element;
  readonly elements?: readonly Element[];
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
  readonly [key: string]: unknown;
}

/** A control of a surface and the block it stands in. */
export interface Control {
  readonly block: Block;
  readonly element: Element;
}

/** Elements that show something and take nothing. */
const STILL: ReadonlySet<string> = new Set(["image", "mrkdwn", "plain_text"]);

/** What blocks hold blocks in. */
const NESTS = ["child_blocks", "elements"] as const;
const NESTING: ReadonlySet<string> = new Set(["container", "carousel"]);

/** Every block from top to bottom, those inside a container or a carousel after it. */
export function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...flat(nested(block))]);
}

function nested(block: Block): readonly Block[] {
  if (!NESTING.has(block.type)) return [];
  return NESTS.flatMap((key) => (Array.isArray(block[key]) ? (block[key] as Block[]) : []));
}

/** The elements of one block, without those of the blocks in it. */
export function elementsOf(block: Block): readonly Element[] {
  const acting = Array.isArray(block.actions) ? (block.actions as Element[]) : [];
  const listed = ["actions", "context", "context_actions"].includes(block.type) ? (block.elements ?? []) : [];
  return [block.element, block.accessory, ...listed, ...acting].filter((each) => each !== undefined);
}

/** Everything that can be clicked or filled in, from top to bottom. */
export function controlsOf(blocks: readonly Block[]): Control[] {
  return flat(blocks).flatMap((block) =>
    elementsOf(block)
      .filter(({ type }) => !STILL.has(type))
      .map((element) => ({ block, element })),
  );
}

export function optionsOf({ options, option_groups }: Element): readonly Option[] {
  return options ?? option_groups?.flatMap((group) => group.options) ?? [];
}

/** The same blocks, with the ids that Slack makes up for blocks and controls that have none. */
export function named(blocks: readonly Block[], id: () => string): Block[] {
  const element = (each: Element): Element =>
    STILL.has(each.type) ? each : { ...each, action_id: each.action_id ?? id() };
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? id(),
    ...(block.element && { element: element(block.element) }),
    ...(block.accessory && { accessory: element(block.accessory) }),
    ...(block.type === "actions" && { elements: (block.elements ?? []).map(element) }),
  }));
}
