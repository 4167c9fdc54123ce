import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chat, newFolder, run, wordsOf } from "./signpost.ts";

let folder = newFolder();
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => folder.remove());

describe("signpost chat --json", () => {
  test("answers each line with one line, in order", () => {
    const replies = chat(folder.path, ["start", { choose: "fe-college" }, "yes"]);
    expect(replies.map(({ prompt }) => prompt?.question)).toEqual(["setting", "directly", "leader"]);
    expect(replies[0]?.prompt).toMatchObject({ fact: "role.setting", kind: "choice" });
    expect(replies[0]?.prompt?.choices[0]).toEqual({ id: "fe-college", label: "A college" });
  });

  test("takes an answer that comes with the very first line", () => {
    const [greeting] = chat(folder.path, [{ choose: "fe-college" }]);
    expect(wordsOf(greeting as never)).toContain("Where you work: A college.");
    expect(greeting?.prompt?.question).toBe("directly");
  });

  test("keeps two people apart", () => {
    const replies = chat(folder.path, [
      "start",
      "college",
      { as: "person-2", text: "start" },
      { as: "person-2", text: "prison" },
      "review",
    ]);
    expect(wordsOf(replies[4] as never)).toContain("A prison");
    expect(wordsOf(replies[4] as never)).not.toContain("A college");
  });

  test("goes on in a new process where the last one ended", () => {
    chat(folder.path, ["start", "college", "yes"]);
    const [reply] = chat(folder.path, ["resume"]);
    expect(reply?.prompt?.question).toBe("leader");
  });

  test("says what is wrong with a line that is not understood, and changes nothing", () => {
    const { out } = run(["chat", "--json"], {
      data: folder.path,
      input: '{"text":"start"}\n{"txt":"college"}\nnot json\n{"text":"college"}\n',
    });
    const replies = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).reply);
    expect(replies).toHaveLength(4);
    expect(JSON.stringify(replies[1])).toContain('Did you mean \\"text\\"?');
    expect(JSON.stringify(replies[2])).toContain("is not JSON");
    expect(replies[3].prompt.question).toBe("directly");
  });

  test("begins from a record, and asks only what it does not tell", () => {
    const path = join(folder.path, "record.json");
    const role = {
      setting: "fe-college",
      worksDirectlyWithLearners: true,
      directed: true,
      leadsTheLearning: false,
      promotesIndependence: true,
    };
    writeFileSync(path, JSON.stringify({ format: "signpost.record/1", edition: "lluk-2010", role }));
    const [reply] = chat(folder.path, ["resume"], ["--record", path]);
    expect(reply?.prompt?.question).toBe("supports");
  });

  test("refuses a record that is wrong before any conversation", () => {
    const path = join(folder.path, "record.json");
    writeFileSync(path, '{"format":"signpost.record/1","edition":"lluk-2010","rol":{}}');
    const { status, out, err } = run(["chat", "--json", "--record", path], { data: folder.path });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain('Did you mean "role"?');
  });

  test("refuses a line of a million letters with a sentence", () => {
    const replies = chat(folder.path, ["start", "x".repeat(1_000_000), "college"]);
    expect(wordsOf(replies[1] as never)).toContain("That is 1000000 characters; I read up to 4000.");
    expect(replies[2]?.prompt?.question).toBe("directly");
  });

  test("reads past control characters and marks that turn the direction of writing", () => {
    const replies = chat(folder.path, ["start", "\u202Ecol\u200Blege\u0007"]);
    expect(wordsOf(replies[1] as never)).toContain("Where you work: A college.");
  });

  test("forgets everything after being told twice", () => {
    const replies = chat(folder.path, ["start", "college", "forget me", "forget me for good", "review"]);
    expect(wordsOf(replies[2] as never)).toContain("forget me for good");
    expect(wordsOf(replies[3] as never)).toContain("deleted");
    expect(wordsOf(replies[4] as never)).toContain("not told me anything");
    const db = new Database(join(folder.path, "signpost.db"));
    expect(db.prepare("select count(*) as n from events").all()).toEqual([{ n: 0 }]);
  });
});

describe("a variable of the environment", () => {
  test("that is set to nothing is not set", () => {
    const { status, err } = run(["chat", "--json"], { cwd: folder.path, env: { SIGNPOST_DATA: "" } });
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });
});

describe("a database that cannot be used", () => {
  test("is named when another program has locked it, and nothing is lost", () => {
    chat(folder.path, ["start", "college"]);
    const other = new Database(join(folder.path, "signpost.db"));
    other.exec(
      "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE people SET created_at = created_at;",
    );
    const { status, out, err } = run(["chat", "--json"], { data: folder.path, input: '{"text":"yes"}\n' });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain("is in use by another program. Nothing was lost.");
    other.exec("ROLLBACK");
    other.close();
    expect(chat(folder.path, ["resume"])[0]?.prompt?.question).toBe("directly");
  });

  test("is named when it is no database, and is left as it was", () => {
    writeFileSync(join(folder.path, "signpost.db"), "these are notes, not a database, ".repeat(100));
    const { status, err } = run(["chat"], { data: folder.path, input: "start\n" });
    expect(status).toBe(1);
    expect(err).toContain("is not a database that Signpost can read");
    expect(err).not.toContain(" at ");
  });

  test("is named when its folder is a file", () => {
    const file = join(folder.path, "notes.txt");
    writeFileSync(file, "");
    const { status, err } = run(["chat"], { data: file, input: "start\n" });
    expect(status).toBe(1);
    expect(err).toContain("cannot be opened");
  });

  test("is refused when a newer program wrote it", () => {
    chat(folder.path, ["start"]);
    const db = new Database(join(folder.path, "signpost.db"));
    db.exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2099-01-01')");
    db.close();
    const { status, err } = run(["chat"], { data: folder.path, input: "start\n" });
    expect(status).toBe(1);
    expect(err).toContain("was written by a newer Signpost");
  });
});

describe("signpost chat in a terminal", () => {
  test("leads from typed lines to advice, without colour, and ends when the person stops", () => {
    const lines = [
      "college",
      "y",
      "someone else",
      "y",
      "1",
      "full",
      "no",
      "none",
      "none",
      "none",
      "skip",
      "skip",
      "skip",
      "skip",
      "yes",
      "stop",
      "never read",
    ];
    const { status, out } = run(["chat"], { data: folder.path, input: lines.join("\n") });
    expect(status).toBe(0);
    expect(out).toContain("Recommended: Level 3 Certificate in Learning Support.");
    expect(out).toContain("30 hours of practice still to do");
    expect(out).toContain("Your answers are kept");
    expect(out).not.toContain("never read");
    expect(out).not.toContain("\u001b");
  });
});

describe("signpost", () => {
  test("says its version and its commands", () => {
    expect(run(["--version"]).out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    for (const word of ["chat", "advise", "check"]) expect(run(["--help"]).out).toContain(word);
  });

  test("names a command that is not there", () => {
    const { status, err } = run(["advice"]);
    expect(status).toBe(1);
    expect(err).toContain("unknown command 'advice'");
  });
});
