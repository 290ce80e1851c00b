// The caseload by keyboard: up and down move from couple to couple, Home and End to the first and last; Enter follows the link.

const rowLinks = [...document.querySelectorAll("[data-row] .row-link")];
const keysHint = document.querySelector("[data-keys-hint]");
const steps = { ArrowDown: (at) => at + 1, ArrowUp: (at) => at - 1, Home: () => 0, End: () => rowLinks.length - 1 };

if (keysHint) keysHint.hidden = false;

document.addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || !rowLinks.length) return;
  const elsewhere = document.activeElement?.closest("input, select, textarea, dialog, .rail");
  const at = rowLinks.findIndex((link) => link.closest("[data-row]").contains(document.activeElement));
  if (elsewhere || (at < 0 && event.key !== "ArrowDown")) return;
  event.preventDefault();
  const next = Math.min(Math.max(step(at), 0), rowLinks.length - 1);
  rowLinks[next].focus();
  rowLinks[next].closest("[data-row]").scrollIntoView({ block: "nearest" });
});
