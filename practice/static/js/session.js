// Says two minutes before the session ends for want of use that it will, and lets one click extend it. When it has
// ended, the page is covered; what was typed stays, and the cover lifts once the same person has signed in again.

import { csrfToken, renewCsrfToken } from "./tokens.js";

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
