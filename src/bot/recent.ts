/** How the people who spoke last stand, so that their next turn need not be worked out from the beginning. */
import type { Person } from "../store/people.ts";
import type { View } from "./view.ts";

/** One view is some tens of kilobytes. */
const MOST = 500;

export interface Recent {
  /** Nothing where the person has said more since, or where a new day began. */
  find(person: Person, today: string): View | undefined;
  keep(person: Person, today: string, view: View): void;
  drop(person: Person): void;
}

export function openRecent(): Recent {
  const views = new Map<string, { version: number; today: string; view: View }>();
  return {
    find({ id, version }, today) {
      const kept = views.get(id);
      return kept?.version === version && kept.today === today ? kept.view : undefined;
    },
    keep({ id, version }, today, view) {
      views.delete(id);
      views.set(id, { version, today, view });
      const [oldest] = views.keys();
      if (views.size > MOST && oldest !== undefined) views.delete(oldest);
    },
    drop: ({ id }) => void views.delete(id),
  };
}
