/**
 * Answers questions in people's own words from the entries of conversations/answers.json, and from nothing else: no
 * language model, and the same question always gets the same answer.
 */
import type { AnswersContent, Entry } from "./entry.ts";
import { inSteps } from "./in-steps.ts";
import { type Learned, learn } from "./learning.ts";
import { type Candidate, type Matcher, openMatcher } from "./match.ts";
import { beginsAsQuestion, isCode, isQuestion, partsOf } from "./questions.ts";
import { openTopics } from "./topic.ts";
import { openVocabulary } from "./vocabulary.ts";

/** What is known of the person beside the question. */
export interface About {
  /** The id of the entry that they were answered with last, in the same talk. */
  readonly last?: string | null;
  /** The qualification that fits them, where that is known. */
  readonly qualification?: string | null;
}

/**
 * `answer`: it is clear what was asked. `choose`: one of two or three may be meant. `outside`: the source says nothing
 * about it; the entry, where there is one, says who would know.
 */
export interface Answered {
  readonly band: "answer" | "choose" | "outside";
  readonly entries: readonly Entry[];
  /** The likeliest entry, though it may not be likely: by it, questions that nobody could answer are grouped. */
  readonly nearest: string | null;
}

export interface Answers {
  readonly content: AnswersContent;
  entry(id: string): Entry | null;
  isQuestion(text: string): boolean;
  /** It, or its last clause, begins with a word with which questions begin, however short it is. */
  beginsAsQuestion(text: string): boolean;
  /** It has a word that only urgent entries have, so that it is worth asking whatever stands open. */
  mayBeUrgent(text: string): boolean;
  /** The question as it may be kept for others to read. */
  withoutNames(text: string): string;
  /** Trains it, in small steps, so that the first to ask need not wait for that: a few seconds. */
  ready(): Promise<void>;
  /** Trains first where that has not been done. */
  ask(question: string, about?: About): Promise<Answered>;
}

/** A single answer has to be this likely, and this much likelier than the next. */
const SURE = 0.38;
const AHEAD = 0.2;
/** Below this nothing is offered at all. */
const LIKELY = 0.05;
/** Below this an entry is not offered beside a likelier one. */
const POSSIBLE = 0.02;
/** Questions of which less is known than this are about something else. */
const KNOWN = 0.4;
const MOST_CHOICES = 3;

/** `findLearned` gives what was learned of the same content before, where that was kept. It is asked once, when it is needed. */
export function openAnswers(
  content: AnswersContent,
  findLearned: () => Learned | null = () => null,
): Answers {
  const byId = new Map(content.entries.map((entry) => [entry.id, entry]));
  const byQuestion = new Map(content.entries.map((entry) => [plain(entry.question), entry]));
  const topics = openTopics(content);
  const vocabulary = openVocabulary(content);
  let matcher: Promise<Matcher> | null = null;

  return {
    content,
    entry: (id) => byId.get(id) ?? null,
    isQuestion: (text) => isQuestion(text, content.asking),
    beginsAsQuestion: (text) => beginsAsQuestion(text, content.asking),
    mayBeUrgent: vocabulary.mayBeUrgent,
    withoutNames: vocabulary.withoutNames,
    ready: async () => void (await matcherNow()),
    async ask(question, about = {}) {
      const exact = byQuestion.get(plain(question));
      if (exact) return clear(exact);
      if (isCode(question) || !HAS_WORDS.test(question))
        return { band: "outside", entries: [], nearest: null };
      const ready = await matcherNow();
      const parts = partsOf(question, content.asking);
      if (parts.length > 1) {
        const each = parts.map((part) => answerTo(ready, part, about));
        const entries = [
          ...new Set(each.filter(({ band }) => band === "answer").flatMap((one) => one.entries)),
        ];
        if (entries.length > 1) return { band: "answer", entries, nearest: entries[0]?.id ?? null };
      }
      return answerTo(ready, question, about);
    },
  };

  async function learned(): Promise<Learned> {
    return findLearned() ?? inSteps(learn(content));
  }

  function matcherNow(): Promise<Matcher> {
    matcher ??= learned().then((all) => openMatcher(content, all));
    return matcher;
  }

  function answerTo(matcher: Matcher, question: string, { last, qualification }: About): Answered {
    const words = matcher.read(question);
    const named = topics.named(words);
    const before = last ? byId.get(last) : undefined;
    const isGoingOn = before !== undefined && isFollowUp(question);
    if (isGoingOn && named) {
      const same = topics.beside(before, named);
      if (same) return clear(same);
    }
    const added =
      isGoingOn && !named && before.qualification ? ` ${topics.nameOf(before.qualification)}` : "";
    const { candidates, known } = matcher.match(question + added);
    return banded(topics.pooled(candidates, named ?? qualification ?? null), known);
  }
}

/** A number alone is an answer to something, and asks nothing. */
const HAS_WORDS = /\p{L}/u;

/** The first words of a question that goes on from the one before. */
const GOING_ON = /^\s*(and|what about|how about|ok and|also|but for|same for|and for)\b/iu;

function isFollowUp(question: string): boolean {
  return GOING_ON.test(question);
}

/** `candidates`: one for each topic, likeliest first. */
function banded(candidates: readonly Candidate[], known: number): Answered {
  const [first, second] = candidates;
  const nearest = first?.entry.id ?? null;
  if (!first || (known < KNOWN && first.likelihood < SURE)) return { band: "outside", entries: [], nearest };
  const outside = candidates.filter(({ entry }) => isSilent(entry));
  const [silent] = outside;
  if (silent === first && sumOf(outside) >= SURE) return clear(first.entry);
  if (first.likelihood >= SURE && first.likelihood - (second?.likelihood ?? 0) >= AHEAD)
    return clear(first.entry);
  // What is most likely about something else is no reason to offer what it probably is not about.
  if (first.entry.isPrivate) return { band: "outside", entries: [], nearest };
  const possible = candidates
    .filter(({ entry, likelihood }) => likelihood >= POSSIBLE && !entry.isPrivate)
    .slice(0, MOST_CHOICES);
  if (first.likelihood < LIKELY || possible.length < 2) return { band: "outside", entries: [], nearest };
  return { band: "choose", entries: possible.map(({ entry }) => entry), nearest };
}

function sumOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { likelihood }) => sum + likelihood, 0);
}

function clear(entry: Entry): Answered {
  return { band: isSilent(entry) ? "outside" : "answer", entries: [entry], nearest: entry.id };
}

function plain(question: string): string {
  return question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The source says nothing about it, so there is no place to name either. */
function isSilent({ silent, cites }: Entry): boolean {
  return silent === true && cites.length === 0;
}
