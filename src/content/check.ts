/** Everything that can be wrong with the content, found before a person meets it. */
import { join } from "node:path";
import type { InterviewContent } from "../interview/question.ts";
import { readAround } from "./around.ts";
import { answers } from "./checks/answers.ts";
import { answerNames, answerPlaces, type CheckedAnswers, phrasingsOnce } from "./checks/asked.ts";
import { catalogue } from "./checks/catalogue.ts";
import type {
  Check,
  CheckedConditions,
  CheckedEdition,
  CheckedInterview,
  CheckedScenarios,
  CheckedWords,
} from "./checks/checked.ts";
import { choices } from "./checks/choices.ts";
import { citations } from "./checks/citations.ts";
import { conditionFacts } from "./checks/condition-facts.ts";
import { coverage } from "./checks/coverage.ts";
import { credits } from "./checks/credits.ts";
import { derivations } from "./checks/derivations.ts";
import { derivedTypes } from "./checks/derived-types.ts";
import { interests } from "./checks/interests.ts";
import { lists } from "./checks/lists.ts";
import { editionNames, interviewNames } from "./checks/names.ts";
import { needs, topics } from "./checks/needs.ts";
import { offers } from "./checks/offers.ts";
import { outcomes } from "./checks/outcomes.ts";
import { overlaps } from "./checks/overlaps.ts";
import { phrases } from "./checks/phrases.ts";
import { editionPlaceholders, interviewPlaceholders, wordPlaceholders } from "./checks/placeholders.ts";
import { places } from "./checks/places.ts";
import { readings } from "./checks/readings.ts";
import { references } from "./checks/references.ts";
import { rows } from "./checks/rows.ts";
import { conditionsOf, whensOf } from "./checks/rules.ts";
import { expectations, scenarioContent } from "./checks/scenarios.ts";
import { schemaNames, schemaTexts } from "./checks/schemas.ts";
import { strays } from "./checks/strays.ts";
import { supposed } from "./checks/supposed.ts";
import { telling } from "./checks/telling.ts";
import { readEdition } from "./edition.ts";
import { errorAt, type Finding, meant } from "./finding.ts";
import { questionsFor, readConversations } from "./interview.ts";
import { editionFolders, recordSchemaOf } from "./library.ts";
import { run } from "./run.ts";
import { readScenarios } from "./scenario.ts";
import { readTeam } from "./team.ts";

const INTERVIEW_FILE = "conversations/interview.json";
const ANSWERS_FILE = "conversations/answers.json";
const WORDS_FILE = "conversations/messages.json";

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
const INTERVIEW: readonly Check<CheckedInterview>[] = [
  interviewNames,
  telling,
  answers,
  needs,
  topics,
  choices,
  lists,
  offers,
  supposed,
  conditionFacts,
  interviewPlaceholders,
];
/** What the questions' conditions come to. */
const ASKED: readonly Check<CheckedInterview>[] = [outcomes];
const WORDS: readonly Check<CheckedWords>[] = [wordPlaceholders, phrases];
const ANSWERED: readonly Check<CheckedAnswers>[] = [answerNames, answerPlaces, phrasingsOnce];
/** What an editor needs to help; given the root. */
const FILES: readonly Check<string>[] = [schemaTexts, schemaNames];

/** All findings about the content below `root`. An error has to be mended; a note is worth knowing. */
export async function checkContent(root: string): Promise<Finding[]> {
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
  findings.push(...(await run(FILES, root, "schemas")));
  return findings.sort((a, b) => a.file.localeCompare(b.file));
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

function soundOf({ conditions }: CheckedConditions, findings: readonly Finding[]) {
  return conditions.filter(
    ({ file, path }) => !findings.some((each) => each.file === file && each.path.startsWith(`${path}.`)),
  );
}

interface Everything {
  readonly root: string;
  /** Of all editions, also of those that cannot be read. */
  readonly folders: readonly string[];
  readonly editions: readonly CheckedEdition[];
}

async function conversationFindings({ root, folders, editions }: Everything): Promise<Finding[]> {
  const folder = join(root, "conversations");
  const { content, words, findings: unread } = readConversations(folder, root);
  const around = readAround(folder, root);
  const findings = [...unread, ...around.findings];
  const said = words ? await run(WORDS, { file: WORDS_FILE, words }, WORDS_FILE) : [];
  if (!content) return [...findings, ...said];
  const edition = editions.find(({ folder }) => folder === `rules/${content.edition}`);
  if (edition && around.answers)
    findings.push(
      ...(await run(ANSWERED, { file: ANSWERS_FILE, answers: around.answers, edition }, ANSWERS_FILE)),
    );
  if (edition) findings.push(...readTeam(folder, root, recordSchemaOf(edition.content)).findings);
  const asked = edition
    ? await interviewFindings(content, edition)
    : folders.includes(content.edition)
      ? [] // What stands in the way of that edition is said already.
      : [unknownEdition(content.edition, folders)];
  return [...findings, ...said, ...asked];
}

async function interviewFindings(interview: InterviewContent, edition: CheckedEdition): Promise<Finding[]> {
  const { content } = edition;
  const { topics } = interview;
  const questions = questionsFor(interview, content);
  const conditions = whensOf(INTERVIEW_FILE, questions);
  const checked = { file: INTERVIEW_FILE, topics, questions, edition, content, conditions };
  const named = await run(INTERVIEW, checked, INTERVIEW_FILE);
  const meaning = await run(ASKED, { ...checked, conditions: soundOf(checked, named) }, INTERVIEW_FILE);
  return [...named, ...meaning];
}

function unknownEdition(named: string, folders: readonly string[]): Finding {
  const right = meant(named, folders, "name a folder of rules/");
  return errorAt(INTERVIEW_FILE, "edition", `there is no edition "${named}" in rules/`, right);
}
