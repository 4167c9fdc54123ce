import { describe, expect, test } from "vitest";
import type { HeldUnit } from "../../src/advice/held.ts";
import { exactSets, plansFor, totalAimedAt, usableCredits } from "../../src/advice/plan.ts";
import { type Group, unitOf } from "../../src/advice/unit.ts";
import { LLUK, loadContent } from "../editions/load.ts";
import { masksWorth, subsetSums } from "../oracle/counted.ts";

const { units } = loadContent(LLUK);
const group = units.groups.find(({ id }) => id === "certificate.optional") as Group;
const options = group.units.flatMap((id) => unitOf(units, id) ?? []);

/** Every set worth `total`, by trying all 8,192 subsets. */
function setsWorth(total: number): string[] {
  const masks = masksWorth(subsetSums(options.map(({ credits }) => credits)), total);
  return masks.map((mask) => options.flatMap(({ id }, bit) => (mask & (1 << bit) ? id : [])).join()).sort();
}

function held(status: "achieved" | "in-progress" | "planned", ...ids: string[]): HeldUnit[] {
  return ids.map((unit) => ({ unit, status, credits: unitOf(units, unit)?.credits ?? 0, group: [group.id] }));
}

function plans(units_: HeldUnit[], interests: string[] = [], room: number | null = 12) {
  return plansFor(units, group, units_, interests, room);
}

describe("the exact sets of optional units", () => {
  test.each([
    { total: 6, count: 21, without: 9, withThree: 12 },
    { total: 12, count: 109, without: 33, withThree: 76 },
  ])("worth $total are the $count that trying every subset finds", ({ total, count, without, withThree }) => {
    const sets = exactSets(units, group, total);
    expect(sets.map((set) => set.map(({ id }) => id).join()).sort()).toEqual(setsWorth(total));
    expect(sets).toHaveLength(count);
    const level2 = sets.map((set) => set.filter(({ levels }) => levels.join() === "2"));
    const sums = level2.map((set) => set.reduce((sum, { credits }) => sum + credits, 0));
    expect([0, 3].map((sum) => sums.filter((each) => each === sum).length)).toEqual([without, withThree]);
  });

  test("never hold only Level 2 units, nor all three starred ones", () => {
    for (const set of [...setsWorth(6), ...setsWorth(12)].map((each) => each.split(","))) {
      expect(set.every((id) => ["O02", "O03", "O09", "O10"].includes(id))).toBe(false);
      expect(["O03", "O09", "O10"].every((id) => set.includes(id))).toBe(false);
    }
  });
});

describe("the total aimed at", () => {
  test.each([
    [[], 6],
    [["O01"], 6],
    [["O03", "O09", "O10"], 6],
    [["O01", "O02"], 12],
    [["O01", "O04"], 12],
    [["O01", "O04", "O05"], 12],
  ])("with %j is %i", (ids, total) => {
    expect(totalAimedAt(group, held("achieved", ...ids))).toBe(total);
    expect(totalAimedAt(group, held("planned", ...ids))).toBe(total);
  });
});

describe("usable credits", () => {
  test.each([
    [["O03", "O09", "O10"], 3],
    [["O02", "O03", "O09", "O10"], 3],
    [["O03", "O06", "O09", "O10"], 6],
    [["O06"], 3],
    [["O03", "O06"], 5],
    [["O01", "O02", "O03"], 9],
    [["O01", "O04", "O05"], 12],
    [[], 0],
  ])("of %j are %i", (ids, credits) => {
    expect(usableCredits(units, group, held("achieved", ...ids))).toBe(credits);
  });

  test("are those of achieved units only", () => {
    expect(usableCredits(units, group, held("in-progress", "O01"))).toBe(0);
  });
});

describe("plans", () => {
  test("are all exact sets while nothing is held, the ones of a single unit first", () => {
    const all = plans([]);
    expect(all.map((plan) => [...plan.units].sort().join()).sort()).toEqual(setsWorth(6));
    expect(all.slice(0, 6).every((plan) => plan.units.length === 1)).toBe(true);
    expect(all.map((plan) => plan.units.length)).toEqual(all.map((plan) => plan.units.length).sort());
  });

  test("put what is transferred first, since it costs no new study", () => {
    const [first, ...rest] = plans(held("achieved", "O03", "O09"));
    expect(first).toMatchObject({ credits: 6, newCredits: 3, level2: 3 });
    expect(first?.units).toEqual(expect.arrayContaining(["O03", "O09"]));
    const costs = [first, ...rest].map((plan) => plan?.newCredits ?? 0);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(costs.filter((cost) => cost === 3)).toHaveLength(3);
  });

  test("after new study put what is planned or under way, then interests, then fewer units", () => {
    expect(plans(held("planned", "O07", "O08"))[0]?.units).toEqual(["O07", "O08"]);
    const [first, second] = plans([], ["subject"]);
    expect([first?.units, second?.units]).toEqual([["O11"], ["O12"]]);
    expect(plans(held("planned", "O13"), ["subject"])[0]?.units).toEqual(["O13"]);
  });

  test("are none once the total aimed at is reached, and lead to twelve once more is planned", () => {
    expect(plans(held("achieved", "O06", "O07"))).toEqual([]);
    const more = plans([...held("achieved", "O06", "O07"), ...held("planned", "O01")]);
    expect(more).toHaveLength(109);
    expect(more[0]).toEqual({ units: ["O01", "O06", "O07"], credits: 12, newCredits: 6, level2: 0 });
  });

  test("keep within the room at Level 2, where there is a cap", () => {
    expect(plans([], [], 3)).toHaveLength(21);
    expect(plans([], [], 2)).toHaveLength(9);
    expect(plans([], [], null)).toHaveLength(21);
  });
});
