// Says two minutes before the session ends for want of use that it will, and lets one click extend it. When it has ended,
// the page is covered; what was typed stays, and the same person signs in again in the dialog that covers it.

import { csrfToken, currentSession, renewCsrfToken, setCsrfToken } from "./tokens.js";

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
