/** The golden learners: their records are accepted, what they name is there, and what they expect comes true. */
import { openEdition } from "../../advice/edition.ts";
import { readWith } from "../../facts/flaw.ts";
import { errorAt, type Finding, meant } from "../finding.ts";
import { recordSchemaOf } from "../library.ts";
import type { Scenario } from "../scenario.ts";
import { runScenario } from "../scenario-run.ts";
import type { CheckedEdition, CheckedScenarios, PlacedScenario } from "./checked.ts";
import { twice } from "./names.ts";
import { requirementNames } from "./rules.ts";

/** What can be said without judging anybody. */
export function scenarioContent({ edition, scenarios }: CheckedScenarios): Finding[] {
  const schema = recordSchemaOf(edition.content);
  const titles = scenarios.map(({ file, path, scenario }) => ({
    file,
    path: `${path}.title`,
    name: scenario.title,
  }));
  return [
    ...twice("scenario", titles),
    ...scenarios.flatMap(({ file, path, scenario }) => {
      const read = readWith(schema, scenario.record);
      const flaws = "flaws" in read ? read.flaws : [];
      return flaws.map(({ path: inside, wrong, right }) =>
        errorAt(file, [path, "record", inside].filter(Boolean).join("."), wrong, right),
      );
    }),
    ...scenarios.flatMap((placed) => unknownIds(edition, placed)),
  ];
}

function unknownIds({ content }: CheckedEdition, { file, path, scenario }: PlacedScenario): Finding[] {
  const { expect } = scenario;
  const roles = content.role.map(({ name }) => name);
  const requirements = requirementNames(content).filter((name) => !roles.includes(name));
  const qualifications = content.head.qualifications.map(({ id }) => id);
  const known: readonly (readonly [keyof Scenario["expect"], string, readonly string[]])[] = [
    ["role", "requirement of the role", roles],
    ["requirements", "requirement", requirements],
    ["canStart", "qualification", qualifications],
    ["credits", "qualification", qualifications],
    ["plans", "qualification", qualifications],
  ];
  return known.flatMap(([key, what, ids]) =>
    Object.keys(expect[key] ?? {}).flatMap((id) =>
      ids.includes(id)
        ? []
        : [
            errorAt(
              file,
              `${path}.expect.${key}.${id}`,
              `there is no ${what} "${id}"`,
              meant(id, ids, "see the edition's requirements/"),
            ),
          ],
    ),
  );
}

/** For rules and scenarios that are sound. */
export async function expectations({ edition, scenarios }: CheckedScenarios): Promise<Finding[]> {
  const opened = openEdition(edition.content);
  const findings: Finding[] = [];
  for (const { file, path, scenario } of scenarios) {
    const flaws = await runScenario(opened, scenario);
    findings.push(
      ...flaws.map(({ path: inside, wrong, right }) => errorAt(file, `${path}.${inside}`, wrong, right)),
    );
  }
  return findings;
}
