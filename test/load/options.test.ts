import { describe, expect, test } from "vitest";
import { optionsFrom } from "../../bench/load/options.ts";

describe("what npm run load is asked for", () => {
  test("is three replicas on PostgreSQL for half an hour, with faults, unless told", () => {
    expect(optionsFrom([])).toEqual({
      store: "postgres",
      minutes: 30,
      rate: 40,
      people: 160,
      replicas: 3,
      hasFaults: true,
      isJson: false,
    });
  });

  test("is one process on SQLite", () => {
    const args = ["--store", "sqlite", "--minutes", "0.5", "--no-faults", "--json"];
    expect(optionsFrom(args)).toMatchObject({ replicas: 1, minutes: 0.5, hasFaults: false, isJson: true });
  });

  test.each([
    [["--store", "mysql"], '--store is sqlite or postgres, and not "mysql".'],
    [
      ["--store", "sqlite", "--replicas", "3"],
      "On SQLite there is one process, so --replicas can only be 1.",
    ],
    [["--minutes", "soon"], "--minutes is a number from 0.05 to 1440."],
    [["--rate", "0"], "--rate is a number from 0.1 to 1000."],
    [["--people", ""], "--people is a number from 2 to 2000."],
    [["--replicas", "9"], "--replicas is a number from 1 to 8."],
    [["--fast"], "--fast"],
    [["now"], "now"],
  ])("is refused with a sentence: %j", (args, words) => {
    const refused = optionsFrom(args);
    expect(refused).toEqual(expect.stringContaining(words));
    expect(refused).toContain("Usage: npm run load");
  });
});
