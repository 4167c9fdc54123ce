/** Everything that can be said about one team, once. */
import { addPeople, asAssessor, asManager, remove, waiting } from "./adding.ts";
import { archive, callMe, code, rename } from "./changing.ts";
import { compare } from "./compare.ts";
import { confirming } from "./confirm.ts";
import { deciding } from "./decide.ts";
import { digest } from "./digest.ts";
import { exportTeam } from "./export.ts";
import { gaps } from "./gaps.ts";
import { list, ready, stalled } from "./list.ts";
import { remindPeople } from "./remind.ts";
import type { Verb } from "./scene.ts";
import { show } from "./show.ts";
import { summary } from "./summary.ts";
import { supposing } from "./what-if.ts";
import { withdrawing } from "./withdraw.ts";

/** What `team` alone means. */
export const SUMMARY = summary;

export const VERBS: readonly Verb[] = [
  summary,
  list,
  ready,
  stalled,
  show,
  gaps,
  compare,
  exportTeam,
  remindPeople,
  digest,
  supposing,
  confirming,
  withdrawing,
  deciding,
  addPeople,
  asManager,
  asAssessor,
  waiting,
  remove,
  code,
  rename,
  archive,
  callMe,
];
