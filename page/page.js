// @ts-check
/**
 * Sends the page's own forms without loading the page anew. Everything works without this file: it takes nothing
 * over that a form could not do, and what it puts into the page was drawn, and escaped, by the server.
 */

/** @typedef {{ exchange: string, now: string, picture: string, standing: string }} Pieces */
/** @typedef {{ number: number, isAgain: boolean, pieces: Pieces | null }} Answer */
/** @typedef {{ form: HTMLFormElement, button: HTMLElement | null, body: BodyInit, as: string, tries: number }} Sending */

/** Milliseconds. A reply that takes longer shows that it is coming. */
const PATIENCE = 300;
/** Milliseconds between tries; the last one goes on. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Nothing was wrong with what was sent: the same may be sent again. */
const PASSING = [429, 500, 502, 503, 504];

/** @type {Sending | null} */
let sending = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextTry;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let patience;

const find = (/** @type {string} */ selector) =>
  /** @type {HTMLElement | null} */ (document.querySelector(selector));

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.getAttribute("action") !== "/say") return;
  event.preventDefault();
  // A second click while the first is on its way says nothing new; where it waits, it is a wish to try now.
  if (sending) return sending.tries > 0 ? void trySending() : undefined;
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const data = new FormData(form);
  if (button?.name) data.append(button.name, button.value);
  const as = String(data.get("as"));
  const isFile = form.enctype === "multipart/form-data";
  const body = isFile ? data : new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
  sending = { form, button, body, as, tries: 0 };
  hush("#refused");
  hold(sending, true);
  void trySending();
});

/** The same form with the same id, as often as it takes: the server hears an id once. */
async function trySending() {
  const now = sending;
  if (!now) return;
  clearTimeout(nextTry);
  if (now.tries === 0) patience = setTimeout(() => say("#coming"), PATIENCE);
  try {
    const response = await fetch("/say", {
      method: "POST",
      headers: { accept: "application/json" },
      body: now.body,
    });
    if (now !== sending) return;
    if (PASSING.includes(response.status))
      return wait(now, Number(response.headers.get("retry-after")) * 1_000);
    // Something on the way may refuse in its own words, and would again.
    const answer = response.ok ? await response.json() : await response.json().catch(() => null);
    settle(now);
    if (response.ok) heard(now, answer);
    else refuse(String(answer?.error ?? response.statusText));
  } catch {
    if (now === sending) wait(now, 0);
  }
}

/** @param {Sending} now @param {number} atLeast */
function wait(now, atLeast) {
  hush("#coming");
  const unsent = find("#unsent");
  if (unsent?.hidden) {
    unsent.hidden = false;
    say("#unsent [role=alert]");
  }
  const pause = WAITS[Math.min(now.tries, WAITS.length - 1)] ?? 0;
  now.tries += 1;
  nextTry = setTimeout(trySending, Math.max(pause, atLeast || 0));
}

/** What was sent can be read but not changed while it is on its way, or another text than the one shown would go. @param {Sending} now @param {boolean} isHeld */
function hold({ form, button }, isHeld) {
  for (const input of form.querySelectorAll("input")) input.readOnly = isHeld;
  if (isHeld) button?.setAttribute("aria-busy", "true");
  else button?.removeAttribute("aria-busy");
}

/** The sending came to an end. @param {Sending} now */
function settle(now) {
  sending = null;
  clearTimeout(patience);
  hush("#coming");
  hush("#unsent [role=alert]");
  const unsent = find("#unsent");
  if (unsent) unsent.hidden = true;
  hold(now, false);
}

/** What was sent can never be taken: it stays as it is, with the reason. @param {string} reason */
function refuse(reason) {
  const refused = find("#refused");
  if (refused) refused.textContent = reason;
}

/** @param {Sending} now @param {Answer} answer */
function heard({ form, as }, { number, pieces }) {
  const log = find("#log");
  const last = Number(log?.dataset.last);
  // The page looks different now, or something was said elsewhere in between: drawn anew, it is whole.
  if (!pieces || !log || number > last + 1) return location.replace(`/?as=${as}&said=${number}#latest`);
  const wasTyping = form.classList.contains("own-words");
  const isNew = number > last;
  renewId(form);
  if (isNew) addExchange(log, pieces.exchange, number);
  swapNow(pieces.now, form);
  swapPicture(pieces.picture);
  find("#standing")?.replaceWith(drawn(pieces.standing));
  for (const menu of document.querySelectorAll(".masthead details[open]")) menu.removeAttribute("open");
  if (location.hash === "#picture") location.hash = "#latest";
  settleFocus(wasTyping, isNew ? log.lastElementChild : null);
}

/** @param {string} html Drawn by the server, which escapes what people said. @returns {Element} */
function drawn(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return /** @type {Element} */ (template.content.firstElementChild);
}

/** A form that stays in the page says its next thing under a new id. @param {HTMLFormElement} form */
function renewId(form) {
  const id = form.elements.namedItem("turn");
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  if (id instanceof HTMLInputElement)
    id.value = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (form.enctype === "multipart/form-data") form.reset();
}

/** @param {HTMLElement} log @param {string} html @param {number} number */
function addExchange(log, html, number) {
  find("#latest")?.removeAttribute("id");
  log.append(drawn(html));
  log.dataset.last = String(number);
}

/** What was typed in another form than the one that was sent is kept. @param {string} html @param {HTMLFormElement} sent */
function swapNow(html, sent) {
  const before = find("#now");
  const after = /** @type {HTMLElement} */ (drawn(html));
  if (!before) return;
  const isSame = before.dataset.question === after.dataset.question;
  const drawnAnew = inputsIn(after);
  for (const kept of inputsIn(before)) {
    const isOwnWords = kept.id === "text";
    if (kept.type === "hidden" || kept.form === sent || !(isSame || isOwnWords)) continue;
    const same = drawnAnew.find(
      ({ id, name, value }) =>
        id === kept.id && name === kept.name && (!isTick(kept) || value === kept.value),
    );
    if (same && isTick(kept)) same.checked = kept.checked;
    else if (same) same.value = kept.value;
  }
  if (isSame && !after.querySelector("#mistakes")) {
    const form = before.querySelector("details.form");
    after.querySelector("details.form")?.toggleAttribute("open", form?.hasAttribute("open") ?? false);
  }
  before.replaceWith(after);
}

/** @param {HTMLElement} place */
function inputsIn(place) {
  return /** @type {HTMLInputElement[]} */ ([...place.querySelectorAll("input, select")]);
}

/** @param {HTMLInputElement} input */
function isTick(input) {
  return input.type === "radio" || input.type === "checkbox";
}

/** What was open stays open and where it was; what stands otherwise than before is shown to have changed. @param {string} html */
function swapPicture(html) {
  const before = find("#picture");
  const after = /** @type {HTMLElement} */ (drawn(html));
  if (!before) return;
  const lines = new Map(
    [...before.querySelectorAll("[data-line]")].map((line) => [line.getAttribute("data-line"), line]),
  );
  for (const line of after.querySelectorAll("[data-line]")) {
    const was = lines.get(line.getAttribute("data-line"));
    if (!was) continue;
    line.toggleAttribute("open", was.hasAttribute("open"));
    if (was.getAttribute("data-status") !== line.getAttribute("data-status")) line.classList.add("changed");
  }
  const place = before.scrollTop;
  before.replaceWith(after);
  after.scrollTop = place;
}

/** Who types goes on typing; all others stand at the question, so that a tab leads to its first answer. @param {boolean} wasTyping @param {Element | null} exchange */
function settleFocus(wasTyping, exchange) {
  const place = find("#mistakes") ?? (wasTyping ? find("#text") : find("#ask"));
  place?.focus({ preventScroll: true });
  const now = find("#now");
  const top = find(".masthead")?.getBoundingClientRect().bottom ?? 0;
  if (!now) return;
  const start = (exchange ?? now).getBoundingClientRect();
  const end = now.getBoundingClientRect();
  // As little as it takes to see what is open now, but never so much that the beginning of the reply is missed.
  if (start.top < top || end.bottom - start.top > innerHeight - top)
    (exchange ?? now).scrollIntoView({ block: "start" });
  else if (end.bottom > innerHeight) now.scrollIntoView({ block: "end" });
}

/** Words that stand ready in the page, so that they can be said when nothing can be loaded. @param {string} selector */
function say(selector) {
  const place = find(selector);
  if (place) place.textContent = place.dataset.says ?? "";
}

/** @param {string} selector */
function hush(selector) {
  const place = find(selector);
  if (place) place.textContent = "";
}

function showLine() {
  if (navigator.onLine) hush("#offline");
  else say("#offline");
  if (navigator.onLine && sending && sending.tries > 0) void trySending();
}

addEventListener("online", showLine);
addEventListener("offline", showLine);
showLine();

find("#unsent button")?.addEventListener("click", () => void trySending());

// A menu closes as people expect: by Escape, and by a click beside it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector(".masthead .drop[open]");
  menu?.removeAttribute("open");
  menu?.querySelector("summary")?.focus();
  if (!menu && location.hash === "#picture") location.hash = "#latest";
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".masthead .drop[open]"))
    if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute("open");
});

const theme = find("#theme");
if (theme) {
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Storage is switched off here: the choice lasts as long as the page.
    }
  });
}

const printButton = find("#print");
if (printButton) {
  printButton.hidden = false;
  printButton.addEventListener("click", () => window.print());
}
