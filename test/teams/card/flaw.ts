/** One thing that is wrong with what the bot would send to Teams. */

export interface Flaw {
  /** Where, such as `body[0].items[1]`; empty for the whole. */
  readonly path: string;
  readonly wrong: string;
}

/** The flaw of one rule, or none. */
export function unless(isFine: boolean, path: string, wrong: string): Flaw[] {
  return isFine ? [] : [{ path, wrong }];
}
