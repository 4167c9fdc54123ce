/** The page without scripts: everything goes through plain forms. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TO_THE_ADVICE, TO_THE_UNITS } from "./interview.ts";
import { type Program, startProgram } from "./program.ts";
import { answer, exchangesOn, newVisitor, type Page, questionOn, type Visitor, wordsOf } from "./visitor.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

async function begin(answers: readonly string[], path = "/"): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = newVisitor(program.url);
  return { visitor, page: await answer(visitor, await visitor.open(path), answers) };
}

function textOf({ root }: Page, selector: string): string {
  return root.querySelectorAll(selector).map(wordsOf).join("\n");
}

describe("the welcome", () => {
  test("says what it is for, what is kept and who sees it, and has one button to start", async () => {
    const { page } = await begin([]);
    expect(page.status).toBe(200);
    expect(textOf(page, "main")).toMatch(/What is kept.*Who sees it/s);
    const starts = page.root.querySelectorAll("main button").filter((button) => wordsOf(button) === "Start");
    expect(starts).toHaveLength(1);
    expect(page.root.querySelector("#log")).toBeNull();
  });

  test("leads to the first question", async () => {
    const { page } = await begin(["=Start"]);
    expect(questionOn(page)).toBe("Where do you work with learners?");
    expect(page.url.hash).toBe("#latest");
    expect(page.root.querySelector("#latest")).not.toBeNull();
  });
});

describe("an interview", () => {
  test("goes from the welcome to the advice", async () => {
    const { page } = await begin(TO_THE_ADVICE);
    const latest = textOf(page, "#latest");
    expect(latest).toContain("Your advice");
    expect(latest).toContain("7.5 hours of practice still to do");
    expect(latest).toContain("Learning support practice:235-241");
    expect(textOf(page, "#now")).toContain("Open my plan to print");
  });

  test("shows how each line stands by a word and an amount, its place, and the button that settles it", async () => {
    const { page } = await begin(TO_THE_ADVICE);
    const lines = page.root.querySelectorAll("#picture .line").map(wordsOf);
    const practice = lines.find((line) => line.startsWith("Practice hours")) ?? "";
    expect(practice).toMatch(
      /^Practice hours still to do 22\.5 of 30 hours ?7\.5 hours.*235-241.*Change this answer/,
    );
    expect(lines.find((line) => line.startsWith("Place of practice"))).toContain("not known");
    expect(textOf(page, "#picture .progress")).toBe("17 of 18 requirements settled");
  });

  test("asks what settles a line when its button is pressed, before its turn comes", async () => {
    const { visitor, page } = await begin(TO_THE_UNITS);
    const asked = await visitor.press(page, "Answer this now, about: A mentor");
    expect(questionOn(asked)).toBe("Do you have a mentor?");
    const settled = await visitor.press(asked, "Yes");
    expect(textOf(settled, "#picture")).toMatch(/A mentor ?met/);
    expect(questionOn(settled)).toMatch(/^Which units/);
  });

  test("changes an answer by its pencil, and works everything after it out again", async () => {
    const { visitor, page } = await begin(TO_THE_UNITS);
    const asked = await visitor.press(page, "Change: Who leads the learning");
    expect(questionOn(asked)).toBe("Who leads the learning while you are there?");
    expect(exchangesOn(asked).at(-1)).toContain("Ask me again: Who leads the learning");
    const changed = await visitor.press(asked, "I do");
    expect(textOf(changed, "#picture")).toMatch(/Works under someone else's direction ?not met/);
  });

  test("has a pencil for every answer that works, by itself", async () => {
    const { visitor, page } = await begin(TO_THE_ADVICE);
    const pencils = page.root.querySelectorAll(".answers .pencil button").map(wordsOf);
    expect(pencils).toHaveLength(14);
    for (const pencil of pencils) {
      const asked = await visitor.press(page, pencil, {});
      expect(exchangesOn(asked).at(-1)).toContain("Ask me again");
      expect(questionOn(asked)).not.toBe("");
    }
  });

  test("says the label of what was tapped, the words that were typed and the inputs that were filled in", async () => {
    const { visitor, page } = await begin([...TO_THE_UNITS, "=None yet"]);
    expect(exchangesOn(page).at(-2)).toContain("You: Yes");
    const filled = await visitor.press(page, "Add it", {
      "fill.hours": "10",
      "fill.area": "numeracy",
      "fill.with": ["individuals", "groups"],
      "fill.date": "2010-03-10",
    });
    const latest = exchangesOn(filled).at(-1);
    expect(latest).toContain("How many hours? 10");
    expect(latest).toContain("Numeracy");
    expect(latest).toContain("individuals, groups");
    expect(latest).toContain("On which date? 10 March 2010");
  });

  test("takes several answers at once by boxes, and asks again where none is ticked", async () => {
    const { visitor, page } = await begin([...TO_THE_UNITS, "=None yet", "22.5 hours"]);
    expect(questionOn(page)).toMatch(/individuals, with groups, or both/);
    const none = await visitor.press(page, "These");
    expect(none.status).toBe(200);
    expect(questionOn(none)).toBe(questionOn(page));
    const both = await visitor.press(none, "These", { choose: ["individuals", "groups"] });
    expect(textOf(both, ".answers")).toContain("22.5 hours, with individuals and groups");
  });

  test("says why it asks, goes back, and leaves open what is not known", async () => {
    const { page } = await begin(["=Start", "=Why do you ask?", "=I am not sure", "=Back one step"]);
    expect(questionOn(page)).toBe("Where do you work with learners?");
    expect(exchangesOn(page).join("\n")).toMatch(
      /Why do you ask\?.*lifelong learning.*I am not sure.*not known/s,
    );
  });
});

describe("a form with mistakes", () => {
  test("is shown again with everything that was in it, and says at each input what was wrong", async () => {
    const { visitor, page } = await begin([...TO_THE_UNITS, "=None yet"]);
    const back = await visitor.press(page, "Add it", {
      "fill.hours": `"a lot" <b>`,
      "fill.area": "numeracy",
      "fill.with": ["groups"],
      "fill.date": "2999-01-01",
    });
    expect(back.status).toBe(422);
    const hours = back.root.querySelector("#fill-hours");
    expect(hours?.getAttribute("value")).toBe(`"a lot" <b>`);
    expect(hours?.getAttribute("aria-invalid")).toBe("true");
    const described = hours?.getAttribute("aria-describedby")?.split(" ").at(-1);
    expect(textOf(back, `#${described}`)).toMatch(/one length of time/);
    expect(back.root.querySelector("#fill-area option[selected]")?.getAttribute("value")).toBe("numeracy");
    expect(back.root.querySelector("#fill-date")?.getAttribute("value")).toBe("2999-01-01");
    const ticked = back.root.querySelectorAll("#fill-with input[checked]");
    expect(ticked.map((box) => box.getAttribute("value"))).toEqual(["groups"]);
    expect(back.root.querySelector("#mistakes")?.hasAttribute("autofocus")).toBe(true);
    const right = await visitor.press(back, "Add it", { "fill.hours": "10", "fill.date": "" });
    expect(textOf(right, ".answers")).toContain("10 hours, numeracy, with groups");
  });

  test("says what is missing where nothing was put in", async () => {
    const { visitor, page } = await begin(TO_THE_UNITS);
    expect(page.root.querySelector("#fill-unit")?.hasAttribute("required")).toBe(true);
    const back = await visitor.press(page, "Add it");
    expect(back.status).toBe(422);
    expect(textOf(back, "#mistakes")).toMatch(/I could not make an entry of that/);
  });

  test("leads back to the conversation where somebody asks for its address again", async () => {
    const { visitor } = await begin(["=Start"]);
    expect((await visitor.open("/say")).url.pathname).toBe("/");
  });
});

describe("a record", () => {
  test("is downloaded, deleted here, and loaded again with all that was in it", async () => {
    const everything = TO_THE_ADVICE.map((answer) => (answer === "=I am not sure" ? "=Yes" : answer));
    const { visitor, page } = await begin(everything);
    const answers = textOf(page, ".answers");
    const exported = await visitor.press(page, "Download my record");
    const link = exported.root.querySelector("#latest a[download]");
    const file = await visitor.open(link?.getAttribute("href") ?? "");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="signpost-record.json"');
    const gone = await visitor.press(exported, "Yes, delete it for good");
    expect(textOf(gone, "main")).toContain("Everything I kept about you is deleted.");
    expect(gone.html).not.toContain("22.5");
    const loaded = await visitor.give(gone, "Load a record", new Blob([file.html]));
    expect(textOf(loaded, ".answers")).toBe(answers);
    expect(exchangesOn(loaded).at(-1)).toContain("A record file");
  });

  test("is downloaded with everything else that is held, each file by its name", async () => {
    const { visitor, page } = await begin(["=Start", "=A college", "=Download my record"]);
    const links = page.root.querySelectorAll("#latest a[download]");
    expect(links.map((link) => link.getAttribute("download"))).toEqual([
      "signpost-record.json",
      "signpost-held.json",
    ]);
    const files = await Promise.all(links.map((link) => visitor.open(link.getAttribute("href") ?? "")));
    expect(files.map(({ html }) => JSON.parse(html).format)).toEqual([
      "signpost.record/1",
      "signpost.held/1",
    ]);
  });

  test("that is none is refused with words, before the start as well", async () => {
    const { visitor, page } = await begin([]);
    const refused = await visitor.give(page, "Load a record", new Blob(["<script>alert(1)</script>"]));
    expect(textOf(refused, "main")).toContain("I could not read that as a learner's record");
    expect(wordsOf(refused.root.querySelector("main button") as never)).toBe("Start");
  });

  test("is somebody's own: its address gives nothing to another", async () => {
    const { visitor, page } = await begin(["=Start", "=Download my record"]);
    const href = page.root.querySelector("#latest a[download]")?.getAttribute("href") ?? "";
    expect((await visitor.open(href)).status).toBe(200);
    expect((await newVisitor(program.url).open(href)).status).toBe(404);
    expect((await visitor.open(href.replace("trainee", "manager"))).status).toBe(404);
  });
});

describe("the plan to print", () => {
  test("has every requirement with status, amount and place, the readings, the source and room to sign", async () => {
    const { visitor } = await begin(TO_THE_ADVICE);
    const plan = await visitor.open("/plan");
    const rows = plan.root.querySelectorAll(".requirements tbody tr").map(wordsOf);
    expect(rows).toHaveLength(18);
    expect(rows.every((row) => /(met|still to do|not known)/.test(row) && /:\d+-\d+$/.test(row))).toBe(true);
    expect(rows.find((row) => row.startsWith("Practice hours"))).toContain("22.5 of 30 hours");
    const words = textOf(plan, "main");
    expect(words).toMatch(/My plan.*Name.*Date.*Where the leaflet can be read.*Source: .*2010.*signature/s);
  });

  test("says plainly that there is none yet", async () => {
    const plan = await newVisitor(program.url).open("/plan");
    expect(plan.status).toBe(200);
    expect(textOf(plan, "main")).toContain("There is no plan yet");
  });
});

describe("who it is", () => {
  test("each persona has a conversation of its own, and says what it is for", async () => {
    const { visitor } = await begin(["=Start", "=A college"]);
    const colleague = await visitor.open("/?as=colleague");
    expect(textOf(colleague, "main")).toContain("Colleague.");
    const started = await visitor.press(colleague, "Start");
    expect(started.url.search).toBe("?as=colleague");
    expect(textOf(started, ".answers")).toBe("");
    const trainee = await visitor.open("/");
    expect(textOf(trainee, ".answers")).toContain("A college");
  });

  test("a manager sees a team at a glance, and that its people are made up", async () => {
    const manager = await newVisitor(program.url).open("/?as=manager");
    const words = textOf(manager, "main");
    expect(words).toMatch(/These people are made up\..*8 people: 1 ready, 6 on the way/s);
    expect(manager.root.querySelectorAll("tbody tr").length).toBeGreaterThan(8);
    expect(manager.root.querySelector("#log")).toBeNull();
  });

  test("two visitors never see each other", async () => {
    const one = await begin(["=Start", "=A prison"]);
    const two = await begin(["=Start", "=A school"]);
    expect(one.visitor.cookie).not.toBe(two.visitor.cookie);
    expect((await one.visitor.open("/")).html).toContain("A prison");
    expect(textOf(await two.visitor.open("/"), "#log")).not.toContain("A prison");
    expect(textOf(await newVisitor(program.url).open("/"), "main")).toContain("Start");
  });

  test("what somebody typed is shown as it was typed, and is never part of the page", async () => {
    const typed = `<script>alert("1")</script> & 'so' <img src=x onerror=alert(1)>`;
    const { page } = await begin(["=Start", typed]);
    expect(page.html).not.toContain("<script>alert");
    expect(page.html).not.toContain("<img");
    expect(textOf(page, "#latest .said")).toContain("alert");
    expect(page.html).toContain("&lt;script>alert(&quot;1&quot;)&lt;/script> &amp; 'so'");
  });
});
