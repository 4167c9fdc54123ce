/** Names that people give: of a team, and of somebody in it. */

/** Characters. */
export const LONGEST_NAME = 80;

/** One line, without spaces around it. */
export function nameIn(typed: string): string {
  return typed.replace(/\s+/g, " ").trim();
}
