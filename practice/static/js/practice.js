/* Made by scripts/bundle_static.py from the other files here. */
// The page's CSRF token, and how to renew it after the person has signed in again in another window.

const tokenMeta = () => document.querySelector('meta[name="csrf-token"]');

function csrfToken() {
  return tokenMeta()?.content ?? document.querySelector('input[name="csrf_token"]')?.value ?? "";
}

// Reads this same page again for a fresh token. Answers false while nobody, or somebody else, is signed in: then the
// page is refused or belongs to another person, and nothing typed here may be sent under that name.
async function renewCsrfToken() {
  try {
    const answer = await fetch(window.location.href, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector('meta[name="csrf-token"]')?.content;
    const samePerson = page.body.dataset.person === document.body.dataset.person;
    if (!fresh || !samePerson) return false;
    if (tokenMeta()) tokenMeta().content = fresh;
    for (const input of document.querySelectorAll('input[name="csrf_token"]')) input.value = fresh;
    return true;
  } catch {
    return false;
  }
}

// What every form gets: the error summary takes focus and leads to the field, a form is sent once, a password can be shown.

function focusField(target) {
  const field = target.matches("input, select, textarea") ? target : target.querySelector("input, select, textarea");
  const heading = target.closest(".field")?.querySelector("legend, label");
  (heading ?? target).scrollIntoView({ block: "start" });
  (field ?? target).focus({ preventScroll: true });
}

const errorSummary = document.querySelector("[data-error-summary]");
if (errorSummary) {
  errorSummary.focus();
  errorSummary.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    focusField(target);
  });
}

// Marks the buttons instead of disabling them: a disabled button drops its name and value from what is sent.
function markSent(form, sent) {
  if (sent) form.dataset.sent = "yes";
  else delete form.dataset.sent;
  for (const button of form.querySelectorAll('button[type="submit"], button:not([type])')) {
    if (sent) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.target === "_blank") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  markSent(form, true);
  setTimeout(() => markSent(form, false), 8000);
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) markSent(form, false);
});

for (const button of document.querySelectorAll("[data-shows-password]")) {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  button.hidden = false;
  button.addEventListener("click", () => {
    const show = input.type === "password";
    input.type = show ? "text" : "password";
    button.textContent = show ? button.dataset.hideWords : button.dataset.showWords;
  });
  input.form?.addEventListener("submit", () => { input.type = "password"; });
}

// A menu made of <details> closes with Escape, and when focus or a click goes elsewhere.
for (const menu of document.querySelectorAll("details[data-menu]")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

// "Leave this page": blank the page at once, send what is typed, end the session, and go somewhere neutral so that
// Back does not return here. Without this script the same button is a plain form. Also: Shift three times in five seconds.

const LEAVE_WITHIN_MS = 5000;
const WAIT_FOR_DRAFT_MS = 500;
const leaveForm = document.querySelector("form[data-leave]");
let leaving = false;

// Whoever holds unsaved words may ask for a moment: event.detail.waitFor(promise).
async function lastWords() {
  const promises = [];
  document.dispatchEvent(new CustomEvent("practice:leaving", { detail: { waitFor: (promise) => promises.push(promise) } }));
  if (promises.length === 0) return;
  const limit = new Promise((resolve) => { setTimeout(resolve, WAIT_FOR_DRAFT_MS); });
  await Promise.race([Promise.allSettled(promises), limit]);
}

async function leave() {
  if (leaving) return;
  leaving = true;
  document.documentElement.hidden = true;
  document.title = "";
  await lastWords();
  navigator.sendBeacon(leaveForm.action, new FormData(leaveForm));
  window.location.replace(leaveForm.dataset.leave);
}

if (leaveForm) {
  leaveForm.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = [];
  let shiftAlone = false;
  document.addEventListener("keydown", (event) => {
    shiftAlone = event.key === "Shift" && !event.repeat;
    if (event.key !== "Shift") presses = [];
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !shiftAlone) return;
    presses = [...presses.filter((at) => event.timeStamp - at < LEAVE_WITHIN_MS), event.timeStamp];
    if (presses.length >= 3) leave();
  });
}

// Says two minutes before the session ends for want of use that it will, and lets one click extend it. When it has
// ended, the page is covered; what was typed stays, and the cover lifts once the same person has signed in again.


const WARN_BEFORE_SECONDS = 120;
const sessionDialog = document.querySelector("dialog[data-session]");
const idleSeconds = Number(document.body.dataset.idleSeconds);
const sessionTimers = [];

function showStage(stage) {
  for (const part of sessionDialog.querySelectorAll("[data-stage]")) part.hidden = part.dataset.stage !== stage;
  const heading = sessionDialog.querySelector(`[data-stage="${stage}"] h2`);
  if (heading) sessionDialog.setAttribute("aria-labelledby", heading.id);
  sessionDialog.toggleAttribute("data-covers", stage === "ended");
  if (!sessionDialog.open) sessionDialog.showModal();
}

function startSessionClock() {
  while (sessionTimers.length) clearTimeout(sessionTimers.pop());
  const warnAfter = Math.max(idleSeconds - WARN_BEFORE_SECONDS, 0) * 1000;
  sessionTimers.push(setTimeout(() => showStage("warning"), warnAfter));
  sessionTimers.push(setTimeout(() => showStage("ended"), idleSeconds * 1000));
}

async function extendSession() {
  const ask = () => fetch(document.body.dataset.extendUrl, {
    method: "POST",
    credentials: "same-origin",
    headers: { "X-CSRFToken": csrfToken(), Accept: "application/json" },
  });
  try {
    const answer = await ask();
    return answer.ok && !answer.redirected;
  } catch {
    return false;
  }
}

async function carryOn() {
  const alive = (await extendSession()) || ((await renewCsrfToken()) && (await extendSession()));
  if (!alive) {
    showStage("ended");
    return;
  }
  sessionDialog.close();
  startSessionClock();
  document.dispatchEvent(new CustomEvent("practice:signed-in"));
}

if (sessionDialog && idleSeconds > 0) {
  startSessionClock();
  document.addEventListener("practice:active", startSessionClock);
  sessionDialog.addEventListener("cancel", (event) => event.preventDefault());
  for (const button of sessionDialog.querySelectorAll("[data-carry-on]")) button.addEventListener("click", carryOn);
}

// Saves a form's draft to the server while it is being written, and says honestly how that goes. Nothing is kept on the
// device. "Saved" is said only after the server has answered that it is. docs/reference/design.md holds the contract.


const SAVE_AFTER_PAUSE_MS = 1000;
const RETRY_AFTER_MS = [2000, 4000, 8000, 16000, 30000];
const BEACON_LIMIT_BYTES = 60000;

class Draft {
  constructor(form) {
    this.form = form;
    this.status = document.querySelector("[data-save-status]");
    this.revision = Number(form.dataset.revision);
    this.written = 0; // counts every change
    this.saved = 0; // the value of `written` that the server last confirmed
    this.sending = null;
    this.failures = 0;
    this.conflict = false;
    this.leavingByForm = false;
    this.leavingForGood = false;
  }

  get unsaved() {
    return this.written > this.saved;
  }

  changed() {
    this.written += 1;
    this.later(SAVE_AFTER_PAUSE_MS);
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), milliseconds);
  }

  // One request at a time; what is typed meanwhile goes with the next.
  save() {
    clearTimeout(this.timer);
    if (!this.unsaved || this.conflict || this.leavingByForm) return this.sending ?? Promise.resolve();
    this.sending ??= this.send().finally(() => {
      this.sending = null;
      if (this.unsaved && this.failures === 0) this.later(SAVE_AFTER_PAUSE_MS);
    });
    return this.sending;
  }

  body(revision) {
    const body = new URLSearchParams(new FormData(this.form));
    body.set("csrf_token", csrfToken());
    body.set("revision", String(revision));
    return body;
  }

  request() {
    const body = this.body(this.revision);
    return fetch(this.form.dataset.autosaveUrl, {
      method: "POST",
      body,
      credentials: "same-origin",
      keepalive: body.toString().length < BEACON_LIMIT_BYTES,
      headers: { "X-CSRFToken": csrfToken(), Accept: "application/json" },
    });
  }

  async send() {
    const sent = this.written;
    this.say("saving", "Saving");
    try {
      const answer = await this.request();
      await this.understand(answer, sent);
    } catch {
      this.retry();
    }
  }

  async understand(answer, sent) {
    const signedOut = answer.redirected || answer.status === 401 || answer.status === 403;
    if (signedOut || answer.status === 400) await this.signedOut();
    else if (answer.status === 409) this.conflicted(await words(answer));
    else if (answer.status === 413 || answer.status === 422) this.refused(await words(answer));
    else if (answer.ok) this.confirmed(await answer.json(), sent);
    else this.retry();
  }

  confirmed({ revision, saved_at: savedAt }, sent) {
    this.revision = revision;
    this.form.dataset.revision = String(revision);
    const field = this.form.elements.namedItem("revision");
    if (field) field.value = String(revision);
    this.saved = sent;
    this.failures = 0;
    if (!this.unsaved) this.say("saved", `Saved ${savedAt}`);
    document.dispatchEvent(new CustomEvent("practice:active"));
  }

  retry() {
    const wait = RETRY_AFTER_MS[Math.min(this.failures, RETRY_AFTER_MS.length - 1)];
    this.failures += 1;
    this.say("failed", "Not saved yet. Keep this page open.");
    this.later(wait);
  }

  // Sending the same again would not help: wait until the person changes something.
  refused(told) {
    this.failures += 1;
    this.say("failed", told.message ?? "Not saved: this is more than the page can take. Keep it open and shorten the text.");
  }

  // The token may only be old: the person may have signed in again elsewhere. If so, go on as them.
  async signedOut() {
    this.failures += 1;
    if (this.failures < 3 && (await renewCsrfToken())) {
      this.later(0);
      return;
    }
    const text = "You were signed out. Your words are still here. Sign in in a new window, then press Save.";
    this.say("signed-out", text, [
      { words: "Sign in", href: document.body.dataset.signInUrl, newWindow: true },
      { words: "Save", act: () => this.again() },
    ]);
  }

  again() {
    this.failures = 0;
    return this.save();
  }

  conflicted(told) {
    this.conflict = true;
    const text = told.message ?? "This was also changed somewhere else. Both versions are kept.";
    const href = told.url ?? this.form.dataset.conflictUrl;
    this.say("conflict", text, href ? [{ words: "See both versions", href, newWindow: true }] : []);
  }

  say(state, text, actions = []) {
    if (!this.status) return;
    this.status.dataset.state = state;
    this.status.replaceChildren(text, ...actions.map(action));
  }

  // The page is going away. If a save is under way its answer will raise the revision by one.
  goodbye() {
    if (!this.unsaved || this.conflict || this.leavingByForm) return;
    if (!this.sending) this.save();
    else navigator.sendBeacon(this.form.dataset.autosaveUrl, this.body(this.revision + 1));
  }
}

async function words(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

function action({ words: text, href, newWindow, act }) {
  const element = document.createElement(href ? "a" : "button");
  element.textContent = text;
  if (href) element.href = href;
  if (newWindow) {
    element.target = "_blank";
    element.rel = "noopener";
  }
  if (act) {
    element.type = "button";
    element.className = "button button-link";
    element.addEventListener("click", act);
  }
  return element;
}

function watch(form) {
  const draft = new Draft(form);
  form.addEventListener("input", () => draft.changed());
  form.addEventListener("change", () => draft.changed());
  // Not after a failure: a try of its own follows, and a press on a link of the status line would find it gone.
  form.addEventListener("focusout", () => { if (draft.failures === 0) draft.save(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) draft.goodbye(); });
  document.addEventListener("practice:leaving", (event) => {
    event.detail.waitFor(draft.save());
    draft.leavingForGood = true;
  });
  document.addEventListener("practice:signed-in", () => draft.again());
  window.addEventListener("online", () => draft.again());
  window.addEventListener("beforeunload", (event) => {
    if (draft.unsaved && draft.failures > 0 && !draft.leavingByForm && !draft.leavingForGood) event.preventDefault();
  });
  // The form carries the whole part itself; only a save under way has to end first, so that revisions agree.
  form.addEventListener("submit", (event) => {
    clearTimeout(draft.timer);
    if (draft.sending) {
      event.preventDefault();
      draft.sending.finally(() => form.requestSubmit(event.submitter));
      return;
    }
    draft.leavingByForm = true;
  });
  window.addEventListener("pageshow", () => { draft.leavingByForm = false; });
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) watch(form);
