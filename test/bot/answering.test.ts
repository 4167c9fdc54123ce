/** Questions in people's own words at the desk: answered wherever the person is, and what nobody could answer is collected. */
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import type { Reply } from "../../src/chat/reply.ts";
import { openLibrary } from "../../src/content/library.ts";
import { findUnanswered } from "../../src/store/questions.ts";
import type { Schema } from "../../src/store/schema.ts";
import { DATABASES, type DatabaseKind, openNew } from "../databases.ts";
import { botAt, type Clock, ON_THE_PAGE, type Voice, voiceOf, wordsOf } from "./voice.ts";

const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
const { content, entry } = library.answers;
const { says } = content;

interface Someone extends Voice {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
}

async function someone(kind: DatabaseKind = "SQLite", told?: object): Promise<Someone> {
  const { db } = await openNew(kind);
  const clock = { passed: 0 };
  const voice = voiceOf(botAt(db, clock), ON_THE_PAGE);
  if (told) await voice.file(JSON.stringify({ format: "signpost.record/1", edition: "lluk-2010", ...told }));
  return { ...voice, db, clock };
}

function answerOf(id: string): string {
  return entry(id)?.says ?? "";
}

function labelsOf({ prompt }: Reply): string[] {
  return prompt?.choices.map(({ label }) => label) ?? [];
}

const ROLE = {
  setting: "fe-college",
  worksDirectlyWithLearners: true,
  directed: true,
  leadsTheLearning: false,
  promotesIndependence: true,
  supports: "general",
  aim: "full",
};
const PRACTISED = { role: ROLE, practice: [{ hours: 22.5, kind: "employed", area: "general" }] };

describe.each(DATABASES)("a question on %s", (kind) => {
  test("is answered with its place before anything else was said, and the interview may begin", async () => {
    const { say } = await someone(kind);
    const reply = await say("do voluntary hours count?");
    expect(wordsOf(reply)).toContain(answerOf("kinds-of-practice"));
    expect(wordsOf(reply)).toContain("Learning support practice:237-241");
    expect(labelsOf(reply)).toContain(says.start);
  });

  test.each([
    ["is it online", "online"],
    ["wat units r manditory", "certificate-units"],
  ])("is answered as the first words, too, without a question mark: %s", async (line, id) => {
    const { say } = await someone(kind);
    expect(wordsOf(await say(line))).toContain(answerOf(id));
  });

  test.each(["hello", "thanks", "blub"])("is not seen in %s, and the interview begins", async (line) => {
    const { say } = await someone(kind);
    expect((await say(line)).prompt?.question).toBe("setting");
  });

  test("that goes on from the one before keeps its topic, but not after half an hour", async () => {
    const { say, clock } = await someone(kind);
    await say("ask how many practice hours for the general certificate");
    expect(wordsOf(await say("and for the literacy one?"))).toContain(
      answerOf("certificate-lln-practice-hours"),
    );
    await say("ask how many practice hours for the general certificate");
    clock.passed += 31 * 60_000;
    expect(wordsOf(await say("and for the literacy one?"))).not.toContain(
      answerOf("certificate-lln-practice-hours"),
    );
  });

  test("that nobody could answer is counted, without who asked", async () => {
    const { say, db } = await someone(kind);
    await say("ask does the flux capacitor hum like zorbing, Priya?");
    await say("ask does the flux capacitor hum like zorbing, Priya?");
    const [row, ...others] = await findUnanswered(db);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ times: 2, reason: "unknown" });
    expect(row?.question).not.toContain("Priya");
  });

  test("whose answer was not the right one is collected when the person says so", async () => {
    const { say, db } = await someone(kind);
    await say("ask is it compulsory?");
    expect(wordsOf(await say("that was not it"))).toContain(says.notItNoted);
    expect(await findUnanswered(db)).toMatchObject([
      { question: "is it compulsory?", reason: "not-it", nearest: "compulsory", times: 1 },
    ]);
  });

  test("is forgotten with the person", async () => {
    const { say, db } = await someone(kind);
    await say("ask is it compulsory?");
    await say("forget me");
    await say("forget me for good");
    expect(await db.selectFrom("asked").selectAll().execute()).toEqual([]);
  });
});

describe("a question about somebody, about safety or about something else", () => {
  const personal = content.entries.filter(({ isPrivate }) => isPrivate);

  test.each(personal.map(({ id, phrasings }) => [id, phrasings.slice(0, 3)] as const))(
    "%s is collected nowhere, also where its answer was not the right one",
    async (_, phrasings) => {
      const { say, db } = await someone();
      for (const phrasing of phrasings) {
        await say(`ask ${phrasing}`);
        await say("that was not it");
        expect(await db.selectFrom("asked").select("question").execute()).toEqual([{ question: "" }]);
      }
      expect(await findUnanswered(db)).toEqual([]);
    },
  );
});

describe("in the middle of an interview", () => {
  test("a question is answered, and the interview goes on where it was", async () => {
    const { say } = await someone();
    const asked = await say("start");
    const reply = await say("is it compulsory?");
    expect(wordsOf(reply)).toContain(answerOf("compulsory"));
    expect(reply.prompt).toEqual(asked.prompt);
  });

  test.each([
    ["a question about what nobody knows", "does the college pay for it?"],
    ["one that begins as a question does", "does a school count towards the level of my numeracy teaching?"],
    ["one after something else", "I only know about one college, can I do the specialist certificate"],
    ["one that may mean several things", "is it different in a prison?"],
  ])("%s is no answer, though words of one are in it", async (_, line) => {
    const { say, told } = await someone();
    const asked = await say("start");
    const reply = await say(line);
    expect(await told()).toEqual([]);
    expect([asked.prompt?.question, "command"]).toContain(
      reply.prompt?.kind === "command" ? "command" : reply.prompt?.question,
    );
  });

  test.each(["a college?", "college?"])("%s is an answer, though one is unsure", async (line) => {
    const { say, told } = await someone();
    await say("start", line);
    expect(await told()).toHaveLength(1);
  });

  test("an answer that is understood is no question", async () => {
    const { say } = await someone();
    const asked = await say("start");
    const next = await say("I work in a college");
    expect(next.prompt?.question).not.toBe(asked.prompt?.question);
  });

  test("what is neither is asked again, as ever", async () => {
    const { say } = await someone();
    const asked = await say("start");
    const reply = await say("blub");
    expect(reply.prompt).toEqual(asked.prompt);
    expect(wordsOf(reply)).not.toContain(says.unknown);
  });

  test.each([
    "a learner is having a seizure",
    "a learner told me she is being abused at home",
    "a boy in my school told me he is being abused",
    "my learner is self harming",
    "there's an intruder in the college",
    "the fire alarm is ringing",
    "I want to kill myself",
    "I want to die",
    "I feel suicidal",
  ])("who is in danger comes before everything, also where it is no question: %s", async (line) => {
    const { say, told, db } = await someone();
    expect(wordsOf(await say(line))).toContain("999");
    await say("start");
    expect(wordsOf(await say(line))).toContain("999");
    expect(await told()).toEqual([]);
    expect(await findUnanswered(db)).toEqual([]);
  });

  test("'did you mean' has its buttons, and what stood open is asked again after one is pressed", async () => {
    const { say } = await someone();
    const asked = await say("start");
    const reply = await say("ask english");
    expect(reply.prompt?.kind).toBe("command");
    expect(labelsOf(reply).at(-1)).toBe(says.none);
    const pressed = await say(reply.prompt?.choices[0]?.id ?? "");
    expect(wordsOf(pressed)).toContain("leaflet");
    expect(pressed.prompt).toEqual(asked.prompt);
  });

  test("'none of these' is noted as a question that has no answer", async () => {
    const { say, db } = await someone();
    const reply = await say("ask english");
    expect(wordsOf(await say(reply.prompt?.choices.at(-1)?.id ?? ""))).toContain(says.unknownNoted);
    expect(await findUnanswered(db)).toMatchObject([{ question: "english", reason: "none", nearest: "" }]);
  });
});

describe("with a record", () => {
  test("an answer says how the person stands in what it is about", async () => {
    const { say } = await someone("SQLite", PRACTISED);
    const words = wordsOf(await say("ask how many practice hours do I need?"));
    expect(words).toContain(answerOf("certificate-practice-hours"));
    expect(words).toMatch(/22\.5 .*30 hours|22\.5 hours/);
  });

  test("a question that names no qualification is about the one that fits", async () => {
    const specialist = {
      role: { ...ROLE, supports: "lln", areas: ["literacy", "numeracy"], wantsToSpecialise: true },
      skills: { english: { level: 2 }, maths: { level: 2 } },
    };
    const { say } = await someone("SQLite", specialist);
    expect(wordsOf(await say("ask how many practice hours do I need?"))).toContain(
      answerOf("certificate-lln-practice-hours"),
    );
  });

  test("nothing of it is said where nothing was told", async () => {
    const { say } = await someone();
    expect(wordsOf(await say("ask how many practice hours do I need?"))).not.toContain("Where you stand");
  });
});

describe("asked in a way that cannot be answered", () => {
  test.each(["ask", "ask ?", "ask 😀😀", "ask <b>bold</b><script>x</script>", "ask zorbing bitcoin"])(
    "%s gets a calm sentence and a way on",
    async (line) => {
      const { say } = await someone();
      const reply = await say(line);
      expect(wordsOf(reply).length).toBeGreaterThan(20);
      expect(wordsOf(reply)).not.toMatch(/<script|<b>/);
      expect(labelsOf(reply).length).toBeGreaterThan(0);
    },
  );

  test("ten thousand characters are refused in a sentence", async () => {
    const { say } = await someone();
    const words = wordsOf(await say(`ask ${"why ".repeat(2_500)}`));
    expect(words.length).toBeLessThan(300);
  });

  test("every example that is shown has one clear answer", async () => {
    for (const example of says.examples) {
      const { band } = await library.answers.ask(example);
      expect({ example, band }).toEqual({ example, band: "answer" });
    }
  });
});
