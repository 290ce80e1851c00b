// Saves a form's draft to the server while it is being written, and says honestly how that goes. Nothing is kept on the
// device. "Saved" is said only after the server has answered that it is. docs/reference/design.md holds the contract.

import { csrfToken, renewCsrfToken } from "./tokens.js";

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
