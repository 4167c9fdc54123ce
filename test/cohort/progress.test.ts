import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Edition } from "../../src/advice/edition.ts";
import { stand } from "../../src/advice/standing.ts";
import { overviewOf } from "../../src/cohort/overview.ts";
import { progressOf, stageOf } from "../../src/cohort/progress.ts";
import { openLibrary } from "../../src/content/library.ts";

const { team, editions, interview } = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
const edition = editions.get(interview.edition) as Edition;
const TODAY = "2026-11-23";

describe("how far a learner is", () => {
  test.each(team)(
    "$name: counts what is met of what applies to what is recommended now, guidelines left out",
    async ({ record }) => {
      const progress = progressOf(await stand(edition, record, TODAY), edition);
      const advice = await advise(edition, record, TODAY);
      const now = advice.recommended.find(
        ({ strength }) => strength === "primary" || strength === "conditional",
      );
      const advised = advice.qualifications.find(({ id }) => id === now?.qualification);
      const counted = (advised?.requirements ?? []).filter(
        ({ kind, status }) =>
          status !== "not-applicable" && kind !== "guideline" && kind !== "recommendation",
      );
      const open = counted.filter(({ status }) => status !== "met").map(({ id }) => id);
      expect(progress).toEqual({
        qualification: now?.qualification ?? null,
        canStart: advised?.canStart ?? null,
        done: counted.length - open.length,
        of: counted.length,
        open,
      });
    },
  );

  test("is ready where nothing that applies is open, and nothing where nothing is recommended", () => {
    expect(stageOf({ qualification: "q", open: [] })).toBe("ready");
    expect(stageOf({ qualification: "q", open: ["q.hours"] })).toBe("under-way");
    expect(stageOf({ qualification: null, open: [] })).toBe("without");
  });

  test("who has everything but a mentor is ready: guidelines bar nobody", async () => {
    const [amy] = team;
    const record = { ...amy?.record, mentor: false } as unknown as (typeof team)[number]["record"];
    expect(stageOf(progressOf(await stand(edition, record, TODAY), edition))).toBe("ready");
  });
});

test("what holds back most people comes first, and ties go by id", () => {
  const group = (people: number, qualification: string | null, ...open: string[]) => ({
    qualification,
    open,
    people,
  });
  const overview = overviewOf([
    group(1, "q", "q.mentor"),
    group(2, "q", "q.units", "q.hours"),
    group(1, "r", "q.units"),
    group(4, "q"),
    group(3, null),
  ]);
  expect(overview.gaps).toEqual([
    { requirement: "q.units", people: 3 },
    { requirement: "q.hours", people: 2 },
    { requirement: "q.mentor", people: 1 },
  ]);
  expect(overview.stages).toEqual({ ready: 4, "under-way": 4, without: 3 });
  expect(overview.people).toBe(11);
  expect(overview.qualifications).toEqual(
    new Map([
      ["q", 7],
      ["r", 1],
    ]),
  );
});
