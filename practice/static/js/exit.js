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
