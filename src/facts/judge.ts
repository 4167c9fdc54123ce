/** Judges one rule by json-rules-engine and remembers: a judgement is a function of the few facts that the rule reads. */
import { Engine, type RuleProperties } from "json-rules-engine";
import { type Group, leavesOf } from "./condition.ts";
import type { Facts } from "./derive.ts";
import { isRange, type Value } from "./value.ts";
import { type Judgement, type Ran, walk } from "./walk.ts";

/** Answers at once when the same values were judged before; else when the engine has run. */
export type Judge = (facts: Facts) => Judgement | Promise<Judgement>;

/** Past this many different value sets a rule forgets the oldest: bounds memory whatever the learners tell. */
const REMEMBERED = 4096;

/** `places` gives each fact's position in `Facts`. Throws when the rule names a fact that is not there. */
export function judgeOf(
  rule: { name: string; conditions: Group },
  places: ReadonlyMap<string, number>,
): Judge {
  const ids = [...new Set(leavesOf(rule.conditions).map((leaf) => leaf.fact))];
  const reads = ids.map((id) => {
    const place = places.get(id);
    if (place === undefined)
      throw new Error(`Rule "${rule.name}" names "${id}", which is no fact of the catalogue`);
    return place;
  });
  const remembered = new Map<Value, Judgement | Promise<Judgement>>();
  const keyOf = reads.length === 1 ? singleKey(reads[0] as number) : joinedKey(reads);

  const judge = async (key: Value, facts: Facts): Promise<Judgement> => {
    const values = new Map(ids.map((id, i) => [id, facts[reads[i] as number] ?? null]));
    try {
      const judgement = deepFrozen(await run(rule.conditions, values));
      remembered.set(key, judgement);
      return judgement;
    } catch (error) {
      remembered.delete(key);
      throw error;
    }
  };
  // What is being judged is remembered too: who asks meanwhile waits for the same run.
  const judgeOnce = (key: Value, facts: Facts): Promise<Judgement> => {
    const judging = judge(key, facts);
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value as Value);
    remembered.set(key, judging);
    return judging;
  };
  return (facts) => {
    const key = keyOf(facts);
    return remembered.get(key) ?? judgeOnce(key, facts);
  };
}

function singleKey(place: number): (facts: Facts) => Value {
  return (facts) => keyPart(facts[place] as Value);
}

function joinedKey(places: readonly number[]): (facts: Facts) => Value {
  return (facts) => {
    let key = "";
    // Not told is no text: a choice may be spelt "null".
    for (const place of places) key += `${keyPart(facts[place] as Value) ?? "\u0000"}\u0001`;
    return key;
  };
}

/** A fact has one type, so a text such as "2~4" can only be a range here. */
function keyPart(value: Value): Value {
  return isRange(value) ? `${value.least}~${value.most}` : value;
}

async function run(conditions: Group, values: ReadonlyMap<string, Value>): Promise<Judgement> {
  const actualOf = (fact: string) => values.get(fact) ?? null;
  const atLeast = await runAt(conditions, values, "least");
  const hasRange = [...values.values()].some(isRange);
  const atMost = hasRange ? await runAt(conditions, values, "most") : atLeast;
  return walk(conditions, atLeast, atMost, actualOf);
}

/** One engine for one run: overlapping runs on a shared engine lose results without an error (json-rules-engine 7.3). */
async function runAt(
  conditions: Group,
  values: ReadonlyMap<string, Value>,
  end: "least" | "most",
): Promise<Ran> {
  const engine = new Engine([], { allowUndefinedFacts: false });
  engine.addRule({ conditions, event: { type: "judged" } } as RuleProperties);
  const facts = Object.fromEntries(
    [...values].map(([id, value]) => [id, isRange(value) ? value[end] : value]),
  );
  const { results, failureResults } = await engine.run(facts);
  const ran = [...results, ...failureResults][0];
  if (!ran) throw new Error("json-rules-engine returned no result for a rule");
  return ran.conditions as Ran;
}

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}
