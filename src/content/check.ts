/** Everything that can be wrong with the content, found before a person meets it. */
import { join } from "node:path";
import { conversationFindings } from "./check-conversations.ts";
import { catalogue } from "./checks/catalogue.ts";
import type { Check, CheckedEdition, CheckedScenarios } from "./checks/checked.ts";
import { citations } from "./checks/citations.ts";
import { conditionFacts } from "./checks/condition-facts.ts";
import { coverage } from "./checks/coverage.ts";
import { credits } from "./checks/credits.ts";
import { derivations } from "./checks/derivations.ts";
import { derivedTypes } from "./checks/derived-types.ts";
import { interests } from "./checks/interests.ts";
import { editionNames } from "./checks/names.ts";
import { outcomes } from "./checks/outcomes.ts";
import { overlaps } from "./checks/overlaps.ts";
import { editionPlaceholders } from "./checks/placeholders.ts";
import { places } from "./checks/places.ts";
import { readings } from "./checks/readings.ts";
import { references } from "./checks/references.ts";
import { rows } from "./checks/rows.ts";
import { conditionsOf } from "./checks/rules.ts";
import { expectations, scenarioContent } from "./checks/scenarios.ts";
import { schemaNames, schemaTexts } from "./checks/schemas.ts";
import { soundOf } from "./checks/sound.ts";
import { strays } from "./checks/strays.ts";
import { readEdition } from "./edition.ts";
import { errorAt, type Finding } from "./finding.ts";
import { editionFolders } from "./library.ts";
import { run } from "./run.ts";
import { readScenarios } from "./scenario.ts";

/** What is named is there, and fits. */
const EDITION: readonly Check<CheckedEdition>[] = [
  editionNames,
  places,
  references,
  catalogue,
  derivations,
  derivedTypes,
  conditionFacts,
  interests,
  citations,
  editionPlaceholders,
  readings,
  credits,
];
/** What the rules come to; only for conditions in which everything named is there, lest one slip is found twice. */
const MEANING: readonly Check<CheckedEdition>[] = [outcomes, overlaps, rows];
/** Who is judged by the rules; only for rules without an error. */
const JUDGED: readonly Check<CheckedScenarios>[] = [expectations, coverage];
/** What an editor needs to help; given the root. */
const FILES: readonly Check<string>[] = [schemaTexts, schemaNames];

/** All findings about the content below `root`, and about the schemas that help to edit it. */
export async function checkContent(root: string): Promise<Finding[]> {
  const findings = [...(await checkUse(root)), ...(await run(FILES, root, "schemas"))];
  return findings.sort(byFile);
}

/** What is wrong with the content itself. An error has to be mended; a note is worth knowing. */
export async function checkUse(root: string): Promise<Finding[]> {
  const folders = editionFolders(root);
  const editions: CheckedEdition[] = [];
  const findings: Finding[] = [];
  if (folders.length === 0)
    findings.push(errorAt("rules", "", "there is no edition here", "add a folder such as rules/lluk-2010"));
  for (const name of folders) {
    const folder = `rules/${name}`;
    const { content, findings: unread } = readEdition(join(root, folder), root);
    findings.push(...unread);
    if (!content) continue;
    const edition = { folder, content, conditions: conditionsOf({ folder, content }) };
    editions.push(edition);
    findings.push(...(await run([editionFindings], { root, edition }, folder)));
  }
  findings.push(...(await run([conversationFindings], { root, folders, editions }, "conversations")));
  return findings.sort(byFile);
}

function byFile(one: Finding, other: Finding): number {
  return one.file.localeCompare(other.file);
}

async function editionFindings({ root, edition }: { root: string; edition: CheckedEdition }) {
  const { folder } = edition;
  const strayFiles = (each: CheckedEdition) => strays(root, each);
  const named = await run([...EDITION, strayFiles], edition, folder);
  const meaning = await run(MEANING, { ...edition, conditions: soundOf(edition, named) }, folder);
  const read = readScenarios(join(root, folder), root);
  const scenarios = read.files.flatMap(({ name, scenarios: all }) =>
    all.map((scenario, at) => ({ file: `${folder}/scenarios/${name}`, path: `scenarios[${at}]`, scenario })),
  );
  const told = await run([scenarioContent], { edition, scenarios }, folder);
  const findings = [...named, ...meaning, ...read.findings, ...told];
  if (findings.some(({ severity }) => severity === "error")) return findings;
  return [...findings, ...(await run(JUDGED, { edition, scenarios }, folder))];
}
