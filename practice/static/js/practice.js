/* Made by scripts/bundle_static.py from the other files here. */
// The page's CSRF token, and how to renew it after the same person has signed in again.

const tokenMeta = () => document.querySelector('meta[name="csrf-token"]');

function csrfToken() {
  return tokenMeta()?.content ?? document.querySelector('input[name="csrf_token"]')?.value ?? "";
}

function setCsrfToken(token) {
  if (tokenMeta()) tokenMeta().content = token;
  for (const input of document.querySelectorAll('input[name="csrf_token"]')) input.value = token;
}

// What the server says of the session there is now: its token, and a mark of whose it is ("" while nobody is signed in).
async function currentSession() {
  const answer = await fetch(document.body.dataset.againUrl, { credentials: "same-origin", cache: "no-store" });
  return answer.ok && !answer.redirected ? answer.json() : { csrf_token: "", person: "" };
}

// Answers false while nobody, or somebody else, is signed in: nothing typed here may be sent under that name.
async function renewCsrfToken() {
  try {
    const now = await currentSession();
    if (!now.csrf_token || now.person !== document.body.dataset.person) return false;
    setCsrfToken(now.csrf_token);
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

// Says two minutes before the session ends for want of use that it will, and lets one click extend it. When it has ended,
// the page is covered; what was typed stays, and the same person signs in again in the dialog that covers it.


const WARN_BEFORE_SECONDS = 120;
const NO_ANSWER = "There was no answer. Your words are still here. Check the connection and try again.";
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

// The form is made when it is needed, and taken away afterwards: no page keeps a password field for a browser to fill in.
function showEnd() {
  const part = sessionDialog.querySelector('[data-stage="ended"]');
  if (!part.querySelector("form")) {
    part.append(part.querySelector("template").content.cloneNode(true));
    part.querySelector("form").addEventListener("submit", tryToSignIn);
    part.querySelector("[data-carry-on]").addEventListener("click", carryOn);
  }
  showStage("ended");
}

function startSessionClock() {
  while (sessionTimers.length) clearTimeout(sessionTimers.pop());
  const warnAfter = Math.max(idleSeconds - WARN_BEFORE_SECONDS, 0) * 1000;
  sessionTimers.push(setTimeout(() => showStage("warning"), warnAfter));
  sessionTimers.push(setTimeout(showEnd, idleSeconds * 1000));
}

function backAgain() {
  sessionDialog.removeAttribute("data-covers");
  sessionDialog.querySelector("form[data-sign-in-again]")?.remove();
  sessionDialog.close();
  startSessionClock();
  document.dispatchEvent(new CustomEvent("practice:signed-in"));
}

async function extendSession() {
  const ask = () => fetch(document.body.dataset.extendUrl, {
    method: "POST",
    credentials: "same-origin",
    headers: { "X-CSRFToken": csrfToken(), "X-Page-Of": document.body.dataset.person, Accept: "application/json" },
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
  if (alive) backAgain();
  else showEnd();
}

function tellProblem(form, text) {
  const line = form.querySelector("[data-problem]");
  line.hidden = !text;
  line.textContent = text;
}

async function signInAgain(form) {
  const { csrf_token: token } = await currentSession();
  const body = new URLSearchParams(new FormData(form));
  body.set("csrf_token", token);
  body.set("person", document.body.dataset.person);
  const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" } });
  return { done: answer.ok, told: await answer.json() };
}

async function tryToSignIn(event) {
  event.preventDefault();
  const form = event.target;
  tellProblem(form, "");
  try {
    const { done, told } = await signInAgain(form);
    if (done) {
      setCsrfToken(told.csrf_token);
      backAgain();
      return;
    }
    const code = form.querySelector('[data-needs="code"]');
    if (told.needs === "code") code.hidden = false;
    tellProblem(form, told.message ?? NO_ANSWER);
    form.querySelector(told.needs === "code" ? '[name="code"]' : '[name="password"]').focus();
  } catch {
    tellProblem(form, NO_ANSWER);
  }
}

if (sessionDialog && idleSeconds > 0) {
  startSessionClock();
  document.addEventListener("practice:active", startSessionClock);
  document.addEventListener("practice:signed-out", showEnd);
  sessionDialog.addEventListener("cancel", (event) => event.preventDefault());
  // A browser lets a second press of Escape through: what is covered stays covered.
  sessionDialog.addEventListener("close", () => { if (sessionDialog.hasAttribute("data-covers")) sessionDialog.showModal(); });
  for (const button of sessionDialog.querySelectorAll("[data-carry-on]")) button.addEventListener("click", carryOn);
}

// Saves a form's draft to the server while it is being written, and says honestly how that goes. Nothing is kept on the
// device. "Saved" is said only after the server has answered that it is. docs/reference/design.md holds the contract.


const SAVE_AFTER_PAUSE_MS = 1000;
const RETRY_AFTER_MS = [2000, 4000, 8000, 16000, 30000];
// A browser sends no more than 64 kB on behalf of a page that is gone.
const KEEPALIVE_BYTES = 60000;
const SIGNED_OUT = "You were signed out. Your words are still here, and are saved once you are back.";
const TOO_MUCH = "Not saved: this is more than the page can take. Keep it open and shorten the text.";

const randomMark = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

class Draft {
  constructor(form) {
    this.form = form;
    this.status = document.querySelector("[data-save-status]");
    this.revision = Number(form.dataset.revision);
    this.mark = randomMark(); // which page writes: a try after a lost reply is then not taken for another place
    this.written = 0; // counts every change; sent along as the turn, so that nothing older is saved over something newer
    this.saved = 0; // the value of `written` that the server last confirmed
    this.parting = 0; // the value of `written` that was sent when the page seemed to go away
    this.sending = null;
    this.failures = 0;
    this.stopped = false; // two versions, or another person: saving waits for a decision
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
    if (!this.unsaved || this.stopped || this.leavingByForm) return this.sending ?? Promise.resolve();
    this.sending ??= this.send().finally(() => {
      this.sending = null;
      if (this.unsaved && this.failures === 0) this.later(SAVE_AFTER_PAUSE_MS);
    });
    return this.sending;
  }

  // Short texts travel as a plain form, long ones in parts: that takes a third of the room for anything but Latin letters.
  body() {
    const parts = new FormData(this.form);
    const own = { csrf_token: csrfToken(), revision: this.revision, writer: this.mark, turn: this.written };
    for (const [name, value] of Object.entries(own)) parts.set(name, String(value));
    const plain = new URLSearchParams(parts);
    return plain.toString().length < KEEPALIVE_BYTES ? plain : parts;
  }

  get survivesThePage() {
    const bytes = new TextEncoder();
    let size = 0;
    for (const [name, value] of new FormData(this.form)) size += bytes.encode(value).length + name.length + 120;
    return size < KEEPALIVE_BYTES;
  }

  request() {
    return fetch(this.form.dataset.autosaveUrl, {
      method: "POST",
      body: this.body(),
      credentials: "same-origin",
      keepalive: this.survivesThePage,
      headers: { "X-CSRFToken": csrfToken(), "X-Page-Of": document.body.dataset.person, Accept: "application/json" },
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
    const signedOut = answer.redirected || [400, 401, 403].includes(answer.status);
    if (signedOut) await this.signedOut();
    else if (answer.status === 409) this.keptApart(await words(answer));
    else if (answer.status === 413 || answer.status === 422) this.refused(await words(answer));
    else if (answer.ok) this.confirmed(await answer.json(), sent);
    else this.retry();
  }

  confirmed({ revision, saved_at: savedAt }, sent) {
    this.revision = Math.max(this.revision, revision);
    this.form.dataset.revision = String(this.revision);
    const field = this.form.elements.namedItem("revision");
    if (field) field.value = String(this.revision);
    this.saved = Math.max(this.saved, sent);
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
    this.say("failed", told.message ?? TOO_MUCH);
  }

  // The token may only be old: the person may have signed in again elsewhere. If so, go on as them.
  async signedOut() {
    this.failures += 1;
    if (this.failures < 3 && (await renewCsrfToken())) {
      this.later(0);
      return;
    }
    this.askToSignIn("signed-out", SIGNED_OUT);
    document.dispatchEvent(new CustomEvent("practice:signed-out"));
  }

  askToSignIn(state, text) {
    const act = () => document.dispatchEvent(new CustomEvent("practice:signed-out"));
    this.say(state, text, [{ words: "Sign in", act }]);
  }

  again() {
    this.failures = 0;
    this.stopped = this.twoVersions ?? false;
    return this.save();
  }

  // Either another place wrote too, and both versions can be seen; or this page is not this session's to write.
  keptApart(told) {
    this.stopped = true;
    if (told.revision === undefined) {
      if (told.error) this.askToSignIn("signed-out", told.message ?? SIGNED_OUT);
      else this.say("failed", told.message ?? "This cannot be written in now. Keep your words.");
      return;
    }
    this.twoVersions = true;
    const act = () => this.form.requestSubmit();
    this.say("conflict", told.message, [{ words: "Look at both versions", act }]);
  }

  say(state, text, actions = []) {
    if (!this.status) return;
    this.status.dataset.state = state;
    this.status.replaceChildren(text, ...actions.map(action));
  }

  // The page may be going away: what is typed goes at once, whatever else is under way; the turn keeps the two in order.
  goodbye() {
    if (!this.unsaved || this.stopped || this.leavingByForm || this.parting === this.written) return this.sending ?? Promise.resolve();
    clearTimeout(this.timer);
    this.parting = this.written;
    return this.send();
  }

  get wouldLose() {
    if (!this.unsaved || this.leavingByForm || this.leavingForGood) return false;
    return this.failures > 0 || this.stopped || !this.survivesThePage;
  }

  // The form carries the whole page itself, and says like a save by itself which page it is.
  signForm() {
    for (const [name, value] of [["writer", this.mark], ["turn", this.written + 1]]) {
      const input = this.form.elements.namedItem(name) ?? this.form.appendChild(document.createElement("input"));
      Object.assign(input, { type: "hidden", name, value: String(value) });
    }
  }
}

async function words(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

function action({ words: text, act }) {
  const button = document.createElement("button");
  button.textContent = text;
  button.type = "button";
  button.className = "button button-link";
  button.addEventListener("click", act);
  return button;
}

function watch(form) {
  const draft = new Draft(form);
  form.addEventListener("input", () => draft.changed());
  form.addEventListener("change", () => draft.changed());
  // Not after a failure: a try of its own follows, and a press on a button of the status line would find it gone.
  form.addEventListener("focusout", () => { if (draft.failures === 0) draft.save(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) draft.goodbye(); });
  window.addEventListener("pagehide", () => draft.goodbye());
  document.addEventListener("practice:leaving", (event) => {
    event.detail.waitFor(draft.goodbye());
    draft.leavingForGood = true;
  });
  document.addEventListener("practice:signed-in", () => draft.again());
  window.addEventListener("online", () => draft.again());
  window.addEventListener("beforeunload", (event) => { if (draft.wouldLose) event.preventDefault(); });
  form.addEventListener("submit", () => {
    clearTimeout(draft.timer);
    draft.signForm();
    draft.leavingByForm = true;
  });
  window.addEventListener("pageshow", () => { draft.leavingByForm = false; });
}

// While two versions stand side by side nothing saves itself; leaving the page undecided asks first, but never on the way out
// by "Leave this page".
function guard(form) {
  let decided = false;
  const decide = () => { decided = true; };
  form.addEventListener("submit", decide);
  document.addEventListener("practice:leaving", decide);
  for (const link of document.querySelectorAll("[data-leaves-unsaved], .back-link")) link.addEventListener("click", decide);
  window.addEventListener("beforeunload", (event) => { if (!decided) event.preventDefault(); });
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) watch(form);
for (const form of document.querySelectorAll("form[data-guarded]")) guard(form);
