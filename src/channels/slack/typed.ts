/** What somebody typed in Slack, without Slack's own marks: as it would read on paper. */

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Bold, italic, struck out or code, from around words; one in another is taken off by a second look. */
const MARKED = /(^|[\s([])([*_~`])(?=\S)((?:(?!\2).)*)\2(?=$|[\s.,;:!?)\]])/gm;

/**
 * Links become their words and mentions go, since they name people. Emoji go, since ":+1:" would be read as a number.
 * Marks for bold, italic, struck out and code go from around words.
 */
export function typedIn(text: string): string {
  return text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => {
      if (/^[@#!]/.test(target)) return target.startsWith("#") ? (label ?? "") : "";
      return label ?? target.replace(/^mailto:/, "");
    })
    .replace(/(?<![\w:]):(?=[^:\s]*[a-z+])[\w+'-]+:(?!\w)/g, " ")
    .replace(MARKED, "$1$3")
    .replace(MARKED, "$1$3")
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[^\S\n]+/g, " ")
    .trim();
}
