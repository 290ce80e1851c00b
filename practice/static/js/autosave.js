// Saves a form's draft to the server while it is being written, and says honestly how that goes. Nothing is kept on the
// device. "Saved" is said only after the server has answered that it is. docs/reference/design.md holds the contract.

import { csrfToken, renewCsrfToken } from "./tokens.js";

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
