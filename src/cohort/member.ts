/** Somebody whose progress is shown to a manager. */
import type { LearnerRecord } from "../record/record.ts";

/** Somebody who does not exist, to show what a manager sees. */
export interface ExampleMember {
  readonly name: string;
  readonly record: LearnerRecord;
}
