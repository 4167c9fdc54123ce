/** Everything that can be wrong in conversations/. */
import { join } from "node:path";
import type { InterviewContent } from "../interview/question.ts";
import { readAround } from "./around.ts";
import { answers } from "./checks/answers.ts";
import { answerNames, answerPlaces, type CheckedAnswers, phrasingsOnce } from "./checks/asked.ts";
import type { Check, CheckedEdition, CheckedInterview, CheckedWords } from "./checks/checked.ts";
import { choices } from "./checks/choices.ts";
import { conditionFacts } from "./checks/condition-facts.ts";
import { lists } from "./checks/lists.ts";
import { interviewNames } from "./checks/names.ts";
import { needs, topics } from "./checks/needs.ts";
import { offers } from "./checks/offers.ts";
import { outcomes } from "./checks/outcomes.ts";
import { phrases } from "./checks/phrases.ts";
import { interviewPlaceholders, wordPlaceholders } from "./checks/placeholders.ts";
import { whensOf } from "./checks/rules.ts";
import { soundOf } from "./checks/sound.ts";
import { supposed } from "./checks/supposed.ts";
import { telling } from "./checks/telling.ts";
import { errorAt, type Finding, meant } from "./finding.ts";
import {
  earlierInterviews,
  earlierName,
  questionsFor,
  readConversations,
  readQuestions,
} from "./interview.ts";
import { recordSchemaOf } from "./library.ts";
import { run } from "./run.ts";
import { readTeam } from "./team.ts";

const INTERVIEW = "conversations/interview.json";
const ANSWERS_FILE = "conversations/answers.json";
const WORDS_FILE = "conversations/messages.json";

const QUESTIONS: readonly Check<CheckedInterview>[] = [
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
export interface Everything {
  readonly root: string;
  /** Of all editions, also of those that cannot be read. */
  readonly folders: readonly string[];
  readonly editions: readonly CheckedEdition[];
}

export async function conversationFindings({ root, folders, editions }: Everything): Promise<Finding[]> {
  const folder = join(root, "conversations");
  const { content, words, findings: unread } = readConversations(folder, root);
  const around = readAround(folder, root);
  const earlier = await earlierFindings({ root, folders, editions }, content?.edition ?? null);
  const findings = [...unread, ...around.findings, ...earlier];
  const said = words ? await run(WORDS, { file: WORDS_FILE, words }, WORDS_FILE) : [];
  if (!content) return [...findings, ...said];
  const edition = editions.find(({ folder }) => folder === `rules/${content.edition}`);
  if (edition && around.answers)
    findings.push(
      ...(await run(ANSWERED, { file: ANSWERS_FILE, answers: around.answers, edition }, ANSWERS_FILE)),
    );
  if (edition) findings.push(...readTeam(folder, root, recordSchemaOf(edition.content)).findings);
  const asked = edition
    ? await interviewFindings(INTERVIEW, content, edition)
    : folders.includes(content.edition)
      ? [] // What stands in the way of that edition is said already.
      : [unknownEdition(content.edition, folders)];
  return [...findings, ...said, ...asked];
}

/** The interviews of people who stay under the edition with which they began. */
async function earlierFindings(
  { root, folders, editions }: Everything,
  current: string | null,
): Promise<Finding[]> {
  const folder = join(root, "conversations");
  const findings: Finding[] = [];
  for (const name of earlierInterviews(folder)) {
    const file = `conversations/${name}`;
    const { content, findings: unread } = readQuestions(folder, root, name);
    findings.push(...unread);
    if (!content) continue;
    if (name !== earlierName(content.edition)) {
      const right = `name it ${earlierName(content.edition)}`;
      findings.push(errorAt(file, "edition", "the file's name does not say its edition", right));
    }
    if (content.edition === current)
      findings.push(errorAt(file, "edition", `${INTERVIEW} is of the same edition`, "delete one of them"));
    const edition = editions.find((each) => each.folder === `rules/${content.edition}`);
    if (edition) findings.push(...(await interviewFindings(file, content, edition)));
    else if (!folders.includes(content.edition))
      findings.push({ ...unknownEdition(content.edition, folders), file });
  }
  return findings;
}

async function interviewFindings(
  file: string,
  interview: InterviewContent,
  edition: CheckedEdition,
): Promise<Finding[]> {
  const { content } = edition;
  const { topics } = interview;
  const questions = questionsFor(interview, content);
  const conditions = whensOf(file, questions);
  const checked = { file, topics, questions, edition, content, conditions };
  const named = await run(QUESTIONS, checked, file);
  const meaning = await run(ASKED, { ...checked, conditions: soundOf(checked, named) }, file);
  return [...named, ...meaning];
}

function unknownEdition(named: string, folders: readonly string[]): Finding {
  const right = meant(named, folders, "name a folder of rules/");
  return errorAt(INTERVIEW, "edition", `there is no edition "${named}" in rules/`, right);
}
