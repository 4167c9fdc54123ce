/** What somebody typed in Slack, without Slack's own marks: as it would read on paper. */

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

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
    .replace(/:(?=[^:\s]*[a-z+])[\w+'-]+:/g, " ")
    .replace(/(^|[\s([])([*_~`]+)(?=\S)([^*_~`]*)\2(?=$|[\s.,;:!?)\]])/g, "$1$3")
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[^\S\n]+/g, " ")
    .trim();
}
