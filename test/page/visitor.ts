/** A browser without scripts: it follows links, fills in the forms it is given, and keeps its cookies. */
import { type HTMLElement, parse } from "node-html-parser";

export interface Page {
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
  readonly html: string;
  readonly root: HTMLElement;
}

/** Values by the names of inputs; a list ticks several boxes. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

export interface Visitor {
  readonly cookie: string | null;
  open(path: string): Promise<Page>;
  /** Sends a form by the button with these words, as a browser would. */
  press(page: Page, words: string, values?: Values): Promise<Page>;
  /** Sends a form with a file in it. */
  give(page: Page, words: string, file: Blob): Promise<Page>;
  post(body: BodyInit, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export function newVisitor(origin: string): Visitor {
  let cookie: string | null = null;
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookie) headers.set("cookie", cookie);
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: "manual" });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  };
  const follow = async (path: string, init?: RequestInit): Promise<Page> => {
    const response = await ask(path, init);
    const location = response.headers.get("location");
    if (location) return follow(location);
    const html = await response.text();
    return {
      status: response.status,
      url: new URL(path, origin),
      headers: response.headers,
      html,
      root: parse(html),
    };
  };
  return {
    get cookie() {
      return cookie;
    },
    open: (path) => follow(path),
    press: (page, words, values = {}) => {
      const { form, button } = formWith(page, words);
      const body = new URLSearchParams(valuesOf(form, button, values));
      return follow(form.getAttribute("action") ?? "", {
        method: form.getAttribute("method")?.toUpperCase() ?? "GET",
        body,
      });
    },
    give: (page, words, file) => {
      const { form, button } = formWith(page, words);
      const body = new FormData();
      for (const [name, value] of valuesOf(form, button, {})) body.append(name, value);
      body.set(form.querySelector("input[type=file]")?.getAttribute("name") ?? "", file, "record.json");
      return follow(form.getAttribute("action") ?? "", { method: "POST", body });
    },
    post: (body, headers = {}) => ask("/say", { method: "POST", body, headers }),
  };
}

function formWith({ root }: Page, words: string): { form: HTMLElement; button: HTMLElement } {
  const button = root.querySelectorAll("form button").find((each) => wordsOf(each) === words);
  const form = button?.closest("form");
  if (!button || !form) {
    const there = root.querySelectorAll("form button").map(wordsOf).join(" | ");
    throw new Error(`The page has no button "${words}"; it has ${there}`);
  }
  return { form, button };
}

/** What a browser sends: every input that holds something, the boxes that are ticked, and the button pressed. */
function valuesOf(form: HTMLElement, button: HTMLElement, values: Values): [string, string][] {
  const sent: [string, string][] = [];
  for (const input of form.querySelectorAll("input, select")) {
    const name = input.getAttribute("name") ?? "";
    const type = input.tagName === "SELECT" ? "select" : (input.getAttribute("type") ?? "text");
    const own = input.getAttribute("value") ?? "";
    const given = values[name];
    if (type === "hidden") sent.push([name, own]);
    else if (type === "radio" || type === "checkbox") {
      const isTicked = given === undefined ? input.hasAttribute("checked") : [given].flat().includes(own);
      if (isTicked) sent.push([name, own]);
    } else if (type === "select") {
      const chosen = input.querySelector("option[selected]")?.getAttribute("value") ?? "";
      sent.push([name, String(given ?? chosen)]);
    } else if (type !== "file") sent.push([name, String(given ?? own)]);
  }
  const name = button.getAttribute("name");
  if (name) sent.push([name, button.getAttribute("value") ?? ""]);
  return sent;
}

/** The words of an element as they are read, without those for screen readers alone where there are others. */
export function wordsOf(element: HTMLElement): string {
  return element.text.replace(/\s+/g, " ").trim();
}

/** The question that stands open on a page. */
export function questionOn({ root }: Page): string {
  const question = root.querySelector("#ask");
  return question ? wordsOf(question) : "";
}

/** What the conversation holds, exchange by exchange. */
export function exchangesOn({ root }: Page): string[] {
  return root.querySelectorAll(".exchange").map(wordsOf);
}

/** Goes through answers: `=words` presses the button with these words, all others are typed. */
export async function answer(visitor: Visitor, page: Page, answers: readonly string[]): Promise<Page> {
  let now = page;
  for (const each of answers)
    now = each.startsWith("=")
      ? await visitor.press(now, each.slice(1))
      : await visitor.press(now, "Send", { text: each });
  return now;
}
