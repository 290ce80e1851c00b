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
