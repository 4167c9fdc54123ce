/** What keeps other sites out of the page, and what is said to what cannot be read. */
import { request } from "node:http";
import { fastify } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bot } from "../../src/bot/bot.ts";
import { registerPage } from "../../src/channels/web/web.ts";
import { readAround } from "../../src/content/around.ts";
import { type Program, startProgram } from "./program.ts";
import { answer, exchangesOn, newVisitor, questionOn } from "./visitor.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

const said = (turn: string, text: string) => new URLSearchParams({ turn, as: "trainee", text });

describe("a flood in one form", () => {
  test.each([
    ["sixty thousand values of one name", `turn=turn-0001&text=hi${"&a".repeat(60_000)}`],
    [
      "an input of a hundred thousand letters",
      `turn=turn-0001&question=practice&fill.hours=${"9".repeat(100_000)}`,
    ],
  ])("of %s is refused, and the page goes on", async (_, body) => {
    const response = await fetch(`${program.url}/say`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body,
    });
    expect(response.status).toBe(400);
    expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
  });
});

describe("the headers", () => {
  test("let nothing run or load that is not a file of ours, and nobody frame the page", async () => {
    const visitor = newVisitor(program.url);
    for (const path of ["/", "/plan", "/nothing", "/page/page.js"]) {
      const { headers } = await visitor.open(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
    }
  });

  test("keep what is drawn out of caches", async () => {
    expect((await newVisitor(program.url).open("/")).headers.get("cache-control")).toBe("no-store");
  });

  test("agree with what is drawn: no style, no script and no address of another host stands in it", async () => {
    const visitor = newVisitor(program.url);
    const page = await answer(visitor, await visitor.open("/"), ["=Start", "=A college", "=Yes"]);
    expect(page.html).not.toMatch(/ style=|<style| on[a-z]+="/);
    expect(page.root.querySelectorAll("script:not([src])")).toEqual([]);
    const loaded = page.root.querySelectorAll("[src], link").map((each) => {
      return each.getAttribute("src") ?? each.getAttribute("href") ?? "";
    });
    expect(loaded.length).toBeGreaterThan(3);
    for (const path of loaded) {
      expect(path).toMatch(/^\/page\/[\w.-]+$/);
      expect((await visitor.open(path)).status, path).toBe(200);
    }
  });
});

describe("the session's cookie", () => {
  test("is out of reach for scripts and for other sites, and lasts half a year", async () => {
    const { headers } = await newVisitor(program.url).open("/");
    const cookie = headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^signpost=[\w-]{43};/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).toContain("Path=/");
    expect(cookie).toContain(`Max-Age=${180 * 24 * 3_600}`);
    expect(cookie).not.toContain("Secure");
  });

  test("goes by https alone where the page is public", async () => {
    const secret = "a secret that is long enough for a test";
    const open = await startProgram({ SIGNPOST_WEB: "public", SIGNPOST_SECRET: secret });
    const { headers } = await newVisitor(open.url).open("/");
    await open.stop();
    expect(headers.get("set-cookie")).toContain("Secure");
  });
});

describe("another site", () => {
  test.each([
    { origin: "https://elsewhere.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "null" },
  ])("is not heard: %o", async (headers) => {
    const visitor = newVisitor(program.url);
    await visitor.open("/");
    const response = await visitor.post(said("turn-from-elsewhere", "start"), headers as never);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("This was sent from another site");
    expect(questionOn(await visitor.open("/"))).not.toContain("Where do you work");
  });

  test("is heard where it is no other one", async () => {
    const visitor = newVisitor(program.url);
    const response = await visitor.post(said("turn-of-our-own", "start"), {
      origin: program.url,
      "sec-fetch-site": "same-origin",
    });
    expect(response.status).toBe(303);
  });

  test.each(["elsewhere.example", "127.0.0.1.elsewhere.example", "localhost.elsewhere.example:80"])(
    "cannot lead its name here: %s",
    async (host) => {
      const { status, body } = await get(program.url, host);
      expect(status).toBe(421);
      expect(body).not.toContain("Start");
    },
  );

  test.each(["127.0.0.1", "localhost:3000", "[::1]:3000"])(
    "is not what this computer is: %s",
    async (host) => {
      expect((await get(program.url, host)).status).toBe(200);
    },
  );
});

function get(url: string, host: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on("error", reject).end();
  });
}

describe("what is sent", () => {
  test("twice under one id is heard once", async () => {
    const visitor = newVisitor(program.url);
    const page = await answer(visitor, await visitor.open("/"), ["=Start"]);
    const turn = page.root.querySelector("#now input[name=turn]")?.getAttribute("value") ?? "";
    const json = { accept: "application/json" };
    const first = await (await visitor.post(said(turn, "a college"), json)).json();
    const again = await (await visitor.post(said(turn, "a college"), json)).json();
    expect(first).toMatchObject({ isAgain: false, number: 2 });
    expect(again).toMatchObject({ isAgain: true, number: 2, reply: first.reply });
    expect(exchangesOn(await visitor.open("/"))).toHaveLength(2);
  });

  test("at the same moment under one id is heard once", async () => {
    const visitor = newVisitor(program.url);
    await answer(visitor, await visitor.open("/"), ["=Start"]);
    const sent = await Promise.all(
      [1, 2, 3, 4, 5].map(() => visitor.post(said("one-and-the-same", "a college"))),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(exchangesOn(await visitor.open("/"))).toHaveLength(2);
  });

  test("under an id that another visitor used is this visitor's own", async () => {
    const [one, two] = [newVisitor(program.url), newVisitor(program.url)];
    for (const visitor of [one, two]) await visitor.open("/");
    await one.post(said("the-very-same-id", "I work in a prison"));
    await two.post(said("the-very-same-id", "start"));
    expect((await two.open("/")).html).not.toContain("I work in a prison");
  });

  test.each([
    ["nothing at all", ""],
    ["no id", "text=start"],
    ["a wrong id", "turn=%3Cb%3E&text=start"],
    ["two ids", "turn=12345678&turn=87654321&text=start"],
    ["nobody's persona", "turn=12345678&as=admin&text=start"],
  ])("and cannot be read is answered calmly: %s", async (_, body) => {
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const response = await newVisitor(program.url).post(body, type);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("That could not be read, so nothing was changed.");
  });

  test.each([
    ["text/plain", "turn=12345678&text=start", 415],
    ["application/json", "{", 400],
    ["multipart/form-data", "none", 406],
    ["multipart/form-data; boundary=x", "none", 400],
  ])("in a form that the page does not send is answered calmly: %s", async (type, body, status) => {
    const response = await newVisitor(program.url).post(body, { "content-type": type });
    expect([status, 400]).toContain(response.status);
    expect(await response.text()).toContain("could not be read");
  });

  test("and is too large is refused with the reason, as a text and as a file", async () => {
    const visitor = newVisitor(program.url);
    await visitor.open("/");
    const long = "x".repeat(600 * 1024);
    const text = await visitor.post(said("much-too-large", long));
    const form = new FormData();
    form.set("turn", "much-too-large");
    form.set("as", "trainee");
    form.set("file", new Blob([long]), "record.json");
    const file = await visitor.post(form);
    for (const response of [text, file]) {
      expect(response.status).toBe(413);
      expect(await response.text()).toContain("more than this page takes");
    }
  });

  test("to a script says in JSON what is wrong", async () => {
    const response = await newVisitor(program.url).post(said("x", "start"), { accept: "application/json" });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining("could not be read") });
  });
});

describe("what is not there", () => {
  test.each(["/nothing", "/page/none.css", "/page/../package.json", "/page/%2e%2e/package.json", "/file/9"])(
    "is said in the page's own style: %s",
    async (path) => {
      const page = await newVisitor(program.url).open(path);
      expect(page.status).toBe(404);
      expect(page.root.querySelector("link[rel=stylesheet]")).not.toBeNull();
      expect(page.html).toContain("Go to the conversation");
    },
  );
});

describe("a fault of ours", () => {
  test("is told calmly with what to quote, and is told to who runs the program", async () => {
    const logged: string[] = [];
    const faults: string[] = [];
    const server = fastify({
      logger: { level: "error", stream: { write: (line: string) => logged.push(line) } },
    });
    const broken = async () => {
      throw new Error("the disk is full of secrets");
    };
    const bot = { receive: broken, home: broken, transcript: broken, delivered: broken } as unknown as Bot;
    const words = readAround(`${ROOT}conversations`, ROOT).page;
    if (!words) throw new Error("The words of the page cannot be read");
    await registerPage(server as never, bot, {
      root: ROOT,
      isPublic: false,
      secret: null,
      words,
      previews: [],
      newId: () => "7F3K",
      fault: (door) => faults.push(door),
    });
    const response = await server.inject({ method: "GET", url: "/", headers: { host: "127.0.0.1" } });
    await server.close();
    expect(response.statusCode).toBe(503);
    expect(response.headers["retry-after"]).toBe("2");
    expect(response.body).toContain("quote 7F3K");
    expect(response.body).not.toContain("secrets");
    expect(logged.join("")).toContain("the disk is full of secrets");
    expect(faults).toEqual(["web"]);
  });
});
