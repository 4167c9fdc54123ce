import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { openEdition } from "../../src/advice/edition.ts";
import { SCENARIO_DAY } from "../../src/content/scenario.ts";
import { LLUK, lluk, loadContent } from "../editions/load.ts";

const content = loadContent(LLUK);

/** The advice on the certificate, as if its cap on Level 2 credits were another. */
async function certificate(units: unknown, cap = 12) {
  const text = JSON.stringify([...content.requirements]);
  const from = '"fact":"credits.certificateLevel2","operator":"lessThanInclusive","value":12';
  expect(text).toContain(from);
  const requirements = new Map(
    JSON.parse(text.replace(from, from.replace("12", String(cap)))),
  ) as typeof content.requirements;
  const { qualifications } = await advise(
    openEdition({ ...content, requirements }),
    lluk({ units }),
    SCENARIO_DAY,
  );
  return qualifications[0];
}

function achieved(...ids: string[]) {
  return ids.map((id) => {
    const [unit, level] = id.split(" ");
    return { unit, level: Number(level), status: "achieved" };
  });
}

describe("credits", () => {
  test("are none done, out of what is needed, while no unit is told", async () => {
    expect((await certificate(null))?.credits).toEqual({
      mandatory: { done: 0, needed: 24 },
      optional: { done: 0, needed: 6, usableInExactSet: 0 },
      total: { done: 0, needed: 30 },
      level2: { done: 0, cap: 12 },
    });
  });

  test("of options beyond the greatest allowed total are not counted", async () => {
    const advice = await certificate(achieved("O01 3", "O04 3", "O05 3"));
    expect(advice?.credits.optional).toEqual({ done: 12, needed: 6, usableInExactSet: 12 });
  });

  test("at Level 2 count across mandatory and optional units", async () => {
    expect((await certificate(achieved("M1 2", "O03 2", "O06 3")))?.credits.level2).toEqual({
      done: 8,
      cap: 12,
    });
  });
});

describe("plans and the cap on Level 2 credits", () => {
  test("all fit under the cap of the source, even with the first unit at Level 2", async () => {
    expect((await certificate(achieved("M1 2")))?.plans).toHaveLength(21);
  });

  test("keep within what the units held elsewhere leave of a tighter cap", async () => {
    expect((await certificate(achieved("M1 2"), 9))?.plans).toHaveLength(21);
    expect((await certificate(achieved("M1 2"), 8))?.plans).toHaveLength(9);
    expect((await certificate(achieved("M1 3"), 8))?.plans).toHaveLength(21);
  });

  test("do not count a Level 2 option twice that is achieved and part of the plan", async () => {
    const plans = (await certificate(achieved("M1 2", "O03 2"), 9))?.plans ?? [];
    expect(plans).toHaveLength(21);
    expect(plans[0]).toMatchObject({ newCredits: 4, level2: 3 });
  });
});
