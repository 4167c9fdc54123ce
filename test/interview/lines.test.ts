/** Entries of practice and of observations, typed in one line, in several, and in any order. */
import { describe, expect, test } from "vitest";
import { ASKS, entriesIn, leftOutOf } from "./reading.ts";

const BOTH = ["individuals", "groups"];

describe("practice in one line", () => {
  test.each([
    ["31 hours", [{ hours: 31 }]],
    ["about 3 hours, volunteering with groups", [{ hours: 3, with: ["groups"], kind: "voluntary" }]],
    ["30 HOURS WITH GROUPS", [{ hours: 30, with: ["groups"] }]],
    ["thirty hours, one-to-one & groups", [{ hours: 30, with: BOTH }]],
    ["30 hours 1:1", [{ hours: 30, with: ["individuals"] }]],
    ["30 hours with individuals and groups", [{ hours: 30, with: BOTH }]],
    ["10 hours numeracy, groups", [{ hours: 10, area: "numeracy", with: ["groups"] }]],
    ["half an hour numeracy", [{ hours: 0.5, area: "numeracy" }]],
    ["work placement 12 hours", [{ hours: 12, kind: "placement" }]],
    ["unpaid 12 hours", [{ hours: 12, kind: "voluntary" }]],
    ["7h30 on 10 March", [{ hours: 7.5, date: "2026-03-10" }]],
    ["10 March 3 hours", [{ hours: 3, date: "2026-03-10" }]],
    ["3 hours on 10/3/2010 with groups", [{ hours: 3, date: "2010-03-10", with: ["groups"] }]],
    ["300 hours on 10 March 2010", [{ hours: 300, date: "2010-03-10" }]],
  ])("'%s' is %j", (typed, entries) => {
    expect(entriesIn("practice", typed)).toEqual(entries);
  });

  test.each([
    [
      "10 hours numeracy, 20 hours literacy",
      [
        { hours: 10, area: "numeracy" },
        { hours: 20, area: "literacy" },
      ],
    ],
    [
      "15 hours literacy and 15 hours numeracy",
      [
        { hours: 15, area: "literacy" },
        { hours: 15, area: "numeracy" },
      ],
    ],
    [
      "numeracy: 10 hours; literacy: 20 hours",
      [
        { hours: 10, area: "numeracy" },
        { hours: 20, area: "literacy" },
      ],
    ],
    [
      "30 hrs\n10 hrs numeracy\n5 hrs esol",
      [{ hours: 30 }, { hours: 10, area: "numeracy" }, { hours: 5, area: "language" }],
    ],
    [
      "12 hours paid, 10 hours voluntary",
      [
        { hours: 12, kind: "employed" },
        { hours: 10, kind: "voluntary" },
      ],
    ],
    [
      "3 hours on 10 March and 2 hours on 12 March",
      [
        { hours: 3, date: "2026-03-10" },
        { hours: 2, date: "2026-03-12" },
      ],
    ],
    ["2 sessions of 3 hours with groups", Array(2).fill({ hours: 3, with: ["groups"] })],
  ])("'%s' is several entries: %j", (typed, entries) => {
    expect(entriesIn("practice", typed)).toEqual(entries);
  });

  test.each([
    [
      "numeracy 10 hours, literacy 20 hours",
      [
        { hours: 10, area: "numeracy" },
        { hours: 20, area: "literacy" },
      ],
    ],
    [
      "10 numeracy and 20 literacy",
      [
        { hours: 10, area: "numeracy" },
        { hours: 20, area: "literacy" },
      ],
    ],
    [
      "literacy 20 numeracy 10",
      [
        { hours: 20, area: "literacy" },
        { hours: 10, area: "numeracy" },
      ],
    ],
  ])("'%s' keeps each length with its own area, or asks", (typed, entries) => {
    expect([entries, ASKS]).toContainEqual(entriesIn("practice", typed));
  });

  test.each([
    "30 hours ESOL and numeracy",
    "30 hours literacy and numeracy",
    "20 hours maths, English and ESOL",
  ])("'%s' is not put down to one of its areas: an hour counts once", (typed) => {
    const read = entriesIn("practice", typed);
    const areas = read === ASKS ? [] : read.map((entry) => (entry as { area?: string }).area);
    expect(areas.filter((area) => area === "literacy" || area === "language" || area === "numeracy")).toEqual(
      [],
    );
  });

  test.each([
    ["20-25 hours groups", 25],
    ["about 20 or 25 hours", 25],
    ["1hr15mins literacy", 0.25],
    ["2 1/2 hours groups", 2],
    ["6 hours a week for 5 weeks", 6],
  ])("'%s' is not taken as %s hours", (typed, hours) => {
    const read = entriesIn("practice", typed);
    expect(read === ASKS ? [] : read.map((entry) => (entry as { hours?: number }).hours)).not.toContain(
      hours,
    );
  });

  test.each(["30 hours not groups", "30 hours, no groups", "30 hours, never in groups"])(
    "'%s' does not bring groups in",
    (typed) => {
      expect(JSON.stringify(entriesIn("practice", typed))).not.toContain("groups");
    },
  );

  test("'31 hours; individuals and groups' is one entry, not one more without hours", () => {
    expect([[{ hours: 31, with: BOTH }], ASKS]).toContainEqual(
      entriesIn("practice", "31 hours; individuals and groups"),
    );
  });

  test("a span of days does not swallow the hours behind it", () => {
    expect(entriesIn("practice", "10 March to 20 March, 30 hours")).toEqual([
      expect.objectContaining({ hours: 30 }),
    ]);
  });

  test.each(["-5 hours", "2 days", "5 weeks", "lots", "I don't remember", "level 3", "99999 hours", "😀"])(
    "'%s' makes no entry: the person is asked",
    (typed) => {
      expect(entriesIn("practice", typed)).toBe(ASKS);
    },
  );

  test.each(["30 hours tomorrow", "3 hours on 10 March 2027"])(
    "'%s' lies ahead: the person is asked when it was",
    (typed) => {
      expect(entriesIn("practice", typed)).toBe(ASKS);
    },
  );

  test.each([
    ["31 hours in a prison, paid", "prison"],
    ["30 hours ICT", "ict"],
    ["12 hours when I led the class", "when led"],
  ])("what is not understood in '%s' is said back: '%s'", (typed, words) => {
    expect(leftOutOf("practice", typed)).toBe(words);
  });
});

describe("observations in one line", () => {
  const literacy60 = { minutes: 60, area: "literacy" };

  test.each([
    ["60", [{ minutes: 60 }]],
    ["an hour of numeracy", [{ minutes: 60, area: "numeracy" }]],
    [
      "60 min literacy 10 March, specialist",
      [{ ...literacy60, date: "2026-03-10", observerIsSpecialist: true }],
    ],
    ["60 min literacy, not a specialist", [{ ...literacy60, observerIsSpecialist: false }]],
    ["60 min literacy with a non-specialist", [{ ...literacy60, observerIsSpecialist: false }]],
    ["60 min literacy in the specialist role", [{ ...literacy60, inSpecialistRole: true }]],
    ["60 min literacy not in the specialist role", [{ ...literacy60, inSpecialistRole: false }]],
    [
      "60 min literacy, specialist role, specialist observer",
      [{ ...literacy60, inSpecialistRole: true, observerIsSpecialist: true }],
    ],
    ["60 min literacy and numeracy", [{ minutes: 60, area: "literacy+numeracy" }]],
    ["60 min esol and numeracy 10/3/2010", [{ minutes: 60, area: "language+numeracy", date: "2010-03-10" }]],
    ["nine hours", [{ minutes: 540 }]],
    ["3h50", [{ minutes: 230 }]],
  ])("'%s' is %j", (typed, entries) => {
    expect(entriesIn("observations", typed)).toEqual(entries);
  });

  test.each([
    ["4 x 45 min", Array(4).fill({ minutes: 45 })],
    ["4x45", Array(4).fill({ minutes: 45 })],
    ["four observations of 45 minutes", Array(4).fill({ minutes: 45 })],
    ["4 observations of 60 minutes each", Array(4).fill({ minutes: 60 })],
    ["60 min, 50 min and 45 min", [{ minutes: 60 }, { minutes: 50 }, { minutes: 45 }]],
    [
      "60 min literacy; 2 x 45 min numeracy",
      [literacy60, ...Array(2).fill({ minutes: 45, area: "numeracy" })],
    ],
    ["60 min literacy\n45 min numeracy", [literacy60, { minutes: 45, area: "numeracy" }]],
    [
      "60 min literacy 10 March 2010, 45 min numeracy 17 March 2010",
      [
        { ...literacy60, date: "2010-03-10" },
        { minutes: 45, area: "numeracy", date: "2010-03-17" },
      ],
    ],
  ])("'%s' is several entries: %j", (typed, entries) => {
    expect(entriesIn("observations", typed)).toEqual(entries);
  });

  test("bare minutes in a row are as many observations: 'several in a line' is what the question offers", () => {
    expect(entriesIn("observations", "60, 50, 45")).toEqual([
      { minutes: 60 },
      { minutes: 50 },
      { minutes: 45 },
    ]);
  });

  test.each([
    [
      "literacy 45 min, numeracy 60 min",
      [
        { minutes: 45, area: "literacy" },
        { minutes: 60, area: "numeracy" },
      ],
    ],
  ])("'%s' keeps each length with its own area, or asks", (typed, entries) => {
    expect([entries, ASKS]).toContainEqual(entriesIn("observations", typed));
  });

  test("'10 March 60 min' is an hour on 10 March, not a day in 1960", () => {
    expect(entriesIn("observations", "10 March 60 min")).toEqual([{ minutes: 60, date: "2026-03-10" }]);
  });

  test("'60 min literacy, don't know if specialist' leaves the observer open", () => {
    expect(
      JSON.stringify(entriesIn("observations", "60 min literacy, don't know if specialist")),
    ).not.toContain('"observerIsSpecialist":true');
  });

  test("an area that is not understood whole is not taken in part: 'maths & esol'", () => {
    expect(JSON.stringify(entriesIn("observations", "60 min maths & esol"))).not.toContain(
      '"area":"numeracy"',
    );
  });

  test("'100 x 60 min' and '51 x 60 min' are not cut down in silence", () => {
    for (const typed of ["51 x 60 min", "100 x 60 min"]) {
      const read = entriesIn("observations", typed);
      expect(read === ASKS || read.length === Number.parseInt(typed, 10), typed).toBe(true);
    }
  });

  test.each(["3", "3 times", "-60 min", "60 min tomorrow", "60 min 10 March 2027", "long"])(
    "'%s' makes no entry: the person is asked",
    (typed) => {
      expect(entriesIn("observations", typed)).toBe(ASKS);
    },
  );
});
