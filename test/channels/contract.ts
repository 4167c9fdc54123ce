/** What every channel that delivers has to do, whatever it is: told with replies that hold a part of each kind. */
import { describe, expect, test } from "vitest";
import type { Channel, Letter } from "../../src/chat/channel.ts";
import type { Part, Reply } from "../../src/chat/reply.ts";

export interface Ground {
  readonly channel: Channel;
  readonly tenant: string;
  /** A conversation that the channel can reach. */
  readonly conversation: string;
  readonly reference: unknown;
  /** All words that the person sees, as they see them. */
  seen(): string;
  /** The platform asks to wait so many seconds at the next call. */
  askToWait(seconds: number): void;
  pass(seconds: number): void;
  /** Somebody sets our clock by so many seconds. */
  setClock(seconds: number): void;
  /** What the channel does besides is done. */
  settled(): Promise<void>;
}

const PARTS: readonly Part[] = [
  { kind: "heading", text: "Your advice" },
  { kind: "text", text: "It <fits> & is *yours* @here." },
  { kind: "list", title: "What to do next", isNumbered: true, items: ["First this", "Then that"] },
  {
    kind: "fields",
    title: "Line by line",
    items: [
      {
        label: "Practice",
        text: "22.5 of 30 hours.",
        mark: { status: "unmet", word: "still to do" },
        place: "Practice:235",
      },
    ],
  },
  {
    kind: "table",
    title: "The team",
    columns: [{ title: "Name" }, { title: "Met", isNumber: true }],
    rows: [["Amy", "3"]],
  },
  { kind: "chart", title: "What is open", unit: "people", bars: [{ label: "Hours", value: 4 }] },
  { kind: "progress", done: 3, of: 18, text: "3 of 18 requirements settled" },
];

const WORDS = [
  "Your advice",
  "It <fits> & is *yours* @here.",
  "First this",
  "still to do",
  "22.5 of 30 hours.",
  "Practice:235",
  "Amy",
  "4 people",
  "3 of 18 requirements settled",
  "Where do you work?",
  "A college",
];

const REPLY: Reply = {
  parts: PARTS,
  prompt: {
    question: "setting",
    fact: "role.setting",
    kind: "choice",
    text: "Where do you work?",
    example: null,
    choices: [{ id: "fe-college", label: "A college" }],
    isNumbered: true,
    form: [],
  },
};

/** More replies than any platform takes at once. */
const MANY = 50;

/** `open`: a channel of its own for each test. */
export function describeChannel(name: string, open: () => Promise<Ground>): void {
  const letterOf = ({ tenant, conversation, reference }: Ground, letter: Partial<Letter> = {}): Letter => ({
    tenant,
    conversation,
    reference,
    id: `${conversation}#1`,
    number: 1,
    before: null,
    reply: REPLY,
    ...letter,
  });
  const patiently = () => new AbortController().signal;

  describe(`${name} as a channel`, () => {
    test("brings every word of a reply, and what can be chosen", async () => {
      const ground = await open();
      expect((await ground.channel.deliver(letterOf(ground), patiently())).kind).toBe("delivered");
      await ground.settled();
      for (const words of WORDS) expect(ground.seen()).toContain(words);
    });

    test("puts off what the platform asks to wait for, as long as it asks", async () => {
      const ground = await open();
      ground.askToWait(7);
      const outcome = await ground.channel.deliver(letterOf(ground), patiently());
      expect(outcome).toMatchObject({ kind: "later", afterSeconds: 7 });
      expect(ground.seen()).toBe("");
    });

    test("keeps nothing back for what it sent while its clock was an hour ahead", async () => {
      const ground = await open();
      const deliver = async (number: number) => {
        const letter = letterOf(ground, { id: `${ground.conversation}#${number}`, number });
        return (await ground.channel.deliver(letter, patiently())).kind;
      };
      ground.setClock(3_600);
      let number = 1;
      while (number < MANY && (await deliver(number)) === "delivered") number += 1;
      expect(number).toBeLessThan(MANY);
      ground.setClock(-3_600);
      expect(await deliver(number)).toBe("later");
      ground.pass(5);
      expect(await deliver(number)).toBe("delivered");
    });

    test("begins nothing once it is asked to give up", async () => {
      const ground = await open();
      const outcome = await ground.channel.deliver(letterOf(ground), AbortSignal.abort());
      expect(outcome.kind).toBe("later");
      expect(ground.seen()).toBe("");
    });

    test("never delivers what nobody said where to bring", async () => {
      const ground = await open();
      const outcome = await ground.channel.deliver(letterOf(ground, { reference: null }), patiently());
      expect(outcome.kind).toBe("never");
    });

    test("does not show again what was wrong in a form that showed it", async () => {
      const ground = await open();
      const reply = { ...REPLY, mistakes: { hours: "I need one length of time here." } };
      expect((await ground.channel.deliver(letterOf(ground, { reply }), patiently())).kind).toBe("delivered");
      expect(ground.seen()).toBe("");
    });

    test("leaves plain data, and takes it back with the next letter", async () => {
      const ground = await open();
      const first = await ground.channel.deliver(letterOf(ground), patiently());
      const before: unknown = JSON.parse(JSON.stringify("message" in first ? (first.message ?? null) : null));
      const next = letterOf(ground, { id: `${ground.conversation}#2`, number: 2, before });
      expect((await ground.channel.deliver(next, patiently())).kind).toBe("delivered");
      await ground.settled();
      expect(ground.seen()).toContain("Your advice");
    });
  });
}
