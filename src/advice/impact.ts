/** What somebody would hear differently under other rules. */
import type { Advice } from "./advise.ts";

export interface Change {
  /** A requirement or a qualification by its id, or `recommended`. */
  readonly what: string;
  /** A status, whether it can be started, or what is recommended; `-` where there is none. */
  readonly before: string;
  readonly after: string;
}

const NONE = "-";

/** Nothing where both say the same of everything. */
export function changesBetween(before: Advice, after: Advice): Change[] {
  const [were, are] = [saidIn(before), saidIn(after)];
  return [...new Set([...were.keys(), ...are.keys()])]
    .map((what) => ({ what, before: were.get(what) ?? NONE, after: are.get(what) ?? NONE }))
    .filter((change) => change.before !== change.after);
}

function saidIn({ recommended, role, qualifications }: Advice): Map<string, string> {
  const routes = recommended.map(({ qualification, strength }) => `${qualification} (${strength})`);
  return new Map([
    ["recommended", routes.join(", ") || NONE],
    ...qualifications.map(({ id, canStart }) => [`${id}: can start`, canStart] as const),
    ...[...role, ...qualifications.flatMap(({ requirements }) => requirements)].map(
      ({ id, status }) => [id, status] as const,
    ),
  ]);
}
