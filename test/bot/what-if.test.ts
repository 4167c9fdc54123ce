/** What if: the advice as it would be, marked as such, with nothing kept. */
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Part, Reply } from "../../src/chat/reply.ts";
import { openLibrary } from "../../src/content/library.ts";
import { openDatabase } from "../../src/store/database.ts";
import { DATABASES, openNew } from "../databases.ts";
import { botAt, IN_SLACK, IN_TEAMS, ON_THE_PAGE, type Voice, voiceOf, wordsOf } from "./voice.ts";

const library = openLibrary(fileURLToPath(new URL("../..", import.meta.url)));
const { whatIf } = library.interview.words;

/** Of the example team; `changed` takes the place of what they told. */
function recordOf(name: string, changed: object = {}): string {
  const member = library.team.find((each) => each.name === `${name} Example`);
  if (!member) throw new Error(`There is no ${name} in the example team`);
  return JSON.stringify({ ...member.record, ...changed });
}

const LEADING = {
  role: {
    setting: "fe-college",
    worksDirectlyWithLearners: true,
    directed: false,
    leadsTheLearning: true,
    promotesIndependence: true,
    supports: "general",
    aim: "full",
  },
};

async function someone(record: string | null = null): Promise<Voice> {
  const db = await openDatabase(":memory:");
  onTestFinished(() => db.destroy());
  const voice = voiceOf(botAt(db), ON_THE_PAGE);
  if (record !== null) await voice.file(record);
  return voice;
}

/** The advice below its heading, without what says that it is only a what-if. */
function adviceIn({ parts }: Reply): readonly Part[] {
  const from = parts.findIndex((part) => part.kind === "heading" && part.text === whatIf.advice);
  return parts.slice(from + 1, -1);
}

function textsIn({ parts }: Reply): string[] {
  return parts.flatMap((part) =>
    part.kind === "text" ? [part.text] : part.kind === "list" ? part.items : [],
  );
}

describe("what if", () => {
  test.each<{ who: string; changed?: object; asked: string; really: string[] }>([
    { who: "Ben", asked: "I had 5 more hours", really: ["log practice 5 hours"] },
    { who: "Ben", asked: "I had 30 hours", really: ["log practice 7.5 hours"] },
    {
      who: "Ben",
      asked: "I got assessed for an hour and had 30 hours in all",
      really: ["log observation 60 min", "log practice 7.5 hours"],
    },
    { who: "Hal", asked: "I do O06 and O07", really: ["log units O06, O07"] },
    { who: "Hal", asked: "I did M3, M4 and O01", really: ["log units M3, M4, O01"] },
    { who: "Hal", asked: "I had the ICT awareness award", really: ["log unit ICT awareness award"] },
    { who: "Hal", asked: "I do O01 at level 2", really: ["log unit O01 level 2"] },
    { who: "Hal", asked: "I had a mentor", really: ["change a mentor", "yes"] },
    { who: "Amy", asked: "I had no mentor", really: ["change a mentor", "no"] },
    { who: "Cath", asked: "I had 6 more hours of numeracy", really: ["log practice 6 hours numeracy"] },
    {
      who: "Cath",
      asked: "I got observed for 60 minutes in numeracy by a specialist",
      really: ["log observation 60 min numeracy specialist observer"],
    },
    {
      who: "Cath",
      asked: "I had 4 observations of 45 minutes in numeracy by a specialist in the specialist role",
      really: ["log observation 4 x 45 min numeracy, specialist observer, in the specialist role"],
    },
    { who: "Cath", asked: "my maths was below level 2", really: ["change level in maths", "below level 2"] },
    { who: "Dev", asked: "my maths was level 2", really: ["change level in maths", "level 2"] },
    { who: "Dev", asked: "I had GCSE maths", really: ["change level in maths", "level 2"] },
    { who: "Dev", asked: "I moved to a school", really: ["change where you work", "school"] },
    { who: "Gwen", asked: "I worked in a college", really: ["change where you work", "college"] },
    { who: "Eve", asked: "I had 10 more hours with groups", really: ["log practice 10 hours with groups"] },
    { who: "Finn", asked: "I did M1 at level 2", really: ["log unit M1 level 2"] },
    {
      who: "Ben",
      changed: LEADING,
      asked: "I was not leading",
      really: ["change who leads", "someone else"],
    },
    { who: "Ben", asked: "I led the learning", really: ["change who leads", "I do"] },
  ])("$asked: $who is given the advice of who really told that", async ({ who, changed, asked, really }) => {
    const asking = await someone(recordOf(who, changed));
    const telling = await someone(recordOf(who, changed));
    const reply = await asking.say(`what if ${asked}`);
    await telling.say(...really);
    const gaps = await telling.say("gaps");
    expect(gaps.parts.length).toBeGreaterThan(4);
    expect(adviceIn(reply)).toEqual(gaps.parts.slice(1));
  });

  test("is marked as one at its beginning and at its end", async () => {
    const ben = await someone(recordOf("Ben"));
    const { parts } = await ben.say("what if I had 30 hours");
    expect(parts[0]).toEqual({ kind: "heading", text: whatIf.begins });
    expect(parts.at(-1)).toEqual({ kind: "text", text: whatIf.ends });
    expect(`${whatIf.begins} ${whatIf.ends}`.match(/only a what-if/gi)).toHaveLength(2);
  });

  test("says first what was supposed, then what would be met, what stays open, and whether it can be started", async () => {
    const ben = await someone(recordOf("Ben"));
    const texts = textsIn(await ben.say("what if I had 30 hours"));
    expect(texts.slice(0, 4)).toEqual([
      "Supposed: Practice, read as 30 hours in all: 7.5 hours more.",
      "Then met: Practice hours.",
      "Still open: Assessed practice: occasions, Assessed practice: time.",
      "You can start it.",
    ]);
  });

  test("says how much nearer it comes where it is not enough", async () => {
    const ben = await someone(recordOf("Ben"));
    expect(textsIn(await ben.say("what if I had 5 more hours")).slice(1, 3)).toEqual([
      "Nothing that is open now would be met by it.",
      "Still open: Practice hours (27.5 of 30 hours; now 22.5), Assessed practice: occasions, Assessed practice: time.",
    ]);
  });

  test("says what would no longer be met, and which answer it was not told", async () => {
    const cath = await someone(recordOf("Cath"));
    const [first, ...then] = textsIn(
      await cath.say("what if I got observed for 60 minutes in numeracy by a specialist"),
    );
    expect(first).toContain(
      "You did not say, so what rests on it is not known: Were you in the specialist role",
    );
    expect(then).toContain("Then no longer met, or no longer known: Observed in the specialist role.");
    const full = await cath.say(
      "what if I got observed for 60 minutes in numeracy by a specialist in the specialist role",
    );
    expect(wordsOf(full)).not.toContain("You did not say");
    expect(wordsOf(full)).not.toContain("no longer known");
  });

  test("says that another qualification would be recommended, and that it could be started", async () => {
    const dev = await someone(recordOf("Dev"));
    const words = wordsOf(await dev.say("what if my maths was level 2"));
    expect(words).toContain("Then met: Level 2 maths.");
    expect(words).toContain("You can start it. (As things are now: You cannot start it yet.)");
    expect(words).toMatch(
      /Recommended would then be: Level 3 Certificate.*\(literacy, language and numeracy\)\. Now it is: /,
    );
  });

  test("says that nothing would be recommended to who leads the learning", async () => {
    const words = wordsOf(await (await someone(recordOf("Ben"))).say("what if I led the learning"));
    expect(words).toContain("Recommended would then be: none of them.");
    expect(words).toContain("no longer known: Works under someone else's direction.");
  });

  test("says how a certificate that is not in the source was taken", async () => {
    const dev = await someone(recordOf("Dev"));
    expect(textsIn(await dev.say("what if I had GCSE maths"))[0]).toContain("your provider confirms");
  });

  test.each([
    ["Amy", "I do O06 and O07", "Already so: Units: O06 Preparing for the mentoring role"],
    ["Amy", "I had a mentor", "Already so: A mentor: Yes."],
    [
      "Amy",
      "I had 30 hours",
      "Already so: Practice: 30 hours in all, or more. To add to what you have, say 'more'",
    ],
  ])("of %s's '%s' says that it is so already", async (who, asked, words) => {
    const said = wordsOf(await (await someone(recordOf(who))).say(`what if ${asked}`));
    expect(said).toContain(words);
    expect(said).toContain(whatIf.nothingNew);
  });

  test("says of several units which of them are held already", async () => {
    const amy = await someone(recordOf("Amy"));
    expect(textsIn(await amy.say("what if I do O06 and O08"))[0]).toBe(
      "Supposed: Units, added: O08 Providing learners with personal care support, Level 3, finished. " +
        "Already so: Units: O06 Preparing for the mentoring role, Level 3, finished.",
    );
  });

  test("says of several things which of them is so already", async () => {
    const ben = await someone(recordOf("Ben"));
    const [first] = textsIn(await ben.say("what if I had a mentor and 30 hours"));
    expect(first).toBe(
      "Supposed: Practice, read as 30 hours in all: 7.5 hours more. Already so: A mentor: Yes.",
    );
  });
});

describe("what if one moved to another qualification", () => {
  test("shows its requirements, whether it can be started and why, and that it is not what is recommended", async () => {
    const dev = await someone(recordOf("Dev"));
    const reply = await dev.say("what if I moved to the specialist certificate");
    const words = wordsOf(reply);
    expect(words).toContain(
      "You cannot start it yet. Level 2 English and maths are both needed before you join.",
    );
    expect(words).toContain(
      "It is not what I recommend to you: that is the Level 3 Certificate in Learning Support.",
    );
    const fields = reply.parts.filter((part) => part.kind === "fields");
    expect(fields).toHaveLength(2);
    expect(words).toContain("30 credits of mandatory units still to do: you have 6 of 36 credits.");
    expect(words).not.toContain("optional units still to do");
  });

  test("says where it is what is recommended anyway", async () => {
    const ben = await someone(recordOf("Ben"));
    expect(wordsOf(await ben.say("what if I moved to the general certificate"))).toContain(
      "It is what I recommend to you as well.",
    );
  });

  test("says to who leads the learning that it is not for them, and why nothing is recommended", async () => {
    const leading = await someone(recordOf("Ben", LEADING));
    const words = wordsOf(await leading.say("what if I moved to the specialist certificate"));
    expect(words).toContain("It is not for this role.");
    expect(words).toContain("None of these qualifications is for someone who leads the learning.");
  });

  test("takes what else is supposed into account", async () => {
    const dev = await someone(recordOf("Dev"));
    const words = wordsOf(await dev.say("what if I moved to the specialist certificate and had GCSE maths"));
    expect(words).toContain("Then met: Level 2 maths.");
    expect(words).toContain("It is what I recommend to you as well.");
  });
});

describe("what if keeps nothing", () => {
  const ASKED = [
    "what if I do O06 and O07",
    "what if I had 30 hours in all and GCSE maths",
    "what if I moved to the specialist certificate",
    "what if I led the learning",
    "what if",
    "what if banana",
  ];

  test.each(DATABASES)("of events, record and version, over %s", async (kind) => {
    const { db } = await openNew(kind);
    const voice = voiceOf(botAt(db), ON_THE_PAGE);
    await voice.file(recordOf("Hal"));
    const kept = async () => [
      await db.selectFrom("events").selectAll().execute(),
      await db.selectFrom("records").selectAll().execute(),
    ];
    const before = await kept();
    const open = (await voice.say("review")).prompt;
    for (const line of ASKED) await voice.say(line);
    expect(await kept()).toEqual(before);
    expect((await voice.say("review")).prompt).toEqual(open);
    await db.destroy();
  });

  test("but what is open is asked again, and an answer to it is heard", async () => {
    const page = await someone();
    await page.say("start", "college");
    expect((await page.say("what if I had a mentor")).prompt?.question).toBe("directly");
    expect((await page.say("yes")).prompt?.question).toBe("leader");
  });
});

describe("what if alone", () => {
  test("explains what can be asked, with examples to press, each of which is answered", async () => {
    const ben = await someone(recordOf("Ben"));
    const { prompt } = await ben.say("what if?");
    expect(prompt?.choices).toHaveLength(3);
    for (const { id } of prompt?.choices ?? []) {
      const reply = await ben.choose(id, prompt?.question ?? "");
      expect(reply.parts[0]).toEqual({ kind: "heading", text: whatIf.begins });
    }
  });

  test.each(["what if banana", "what if I do O06 and fly to the moon", "what if 5"])(
    "'%s' says what was not understood, and offers the same examples",
    async (line) => {
      const ben = await someone(recordOf("Ben"));
      const reply = await ben.say(line);
      expect(wordsOf(reply)).toContain("I could not read this part");
      expect(reply.prompt?.choices).toHaveLength(3);
    },
  );

  test.each(["what if", "what if I do O06", "What would happen if I had a mentor?"])(
    "'%s' gets who has not begun the way to begin, and begins nothing",
    async (line) => {
      const page = await someone();
      const reply = await page.say(line);
      expect(wordsOf(reply)).toContain("Say 'start' to begin");
      expect(reply.prompt?.choices.map(({ id }) => id)).toEqual(["start"]);
      expect(await page.told()).toEqual([]);
      expect((await page.choose("start", reply.prompt?.question ?? "")).prompt?.question).toBe("setting");
    },
  );

  test.each([IN_SLACK, IN_TEAMS, ON_THE_PAGE])("is a command in $channel", async (from) => {
    const db = await openDatabase(":memory:");
    onTestFinished(() => db.destroy());
    const voice = voiceOf(botAt(db), from);
    await voice.file(recordOf("Ben"));
    expect(wordsOf(await voice.say("What if I had 30 hours?"))).toContain("Then met: Practice hours.");
  });
});
