// While homework is being given: the sentence that says what will happen follows what is chosen, and the number is asked for
// only where the rhythm needs one. Without this, a button of the form shows the sentence.

const NUMBERED = new Set(["every_n_days", "every_n_weeks", "times_per_week", "before_session"]);
const form = document.querySelector("form[data-says-what-happens]");

const asksForNumber = () => NUMBERED.has(form.elements.schedule.value);

function askForNumber() {
  const field = form.elements.every.closest(".field");
  field.hidden = !asksForNumber() && !field.querySelector("[aria-invalid]");
}

const lacksNumber = () =>
  asksForNumber() && form.elements.schedule.value !== "before_session" && !form.elements.every.value;

let latest = 0;

async function sayWhatHappens() {
  const asked = ++latest;
  const body = new FormData(form);
  body.set("look", "1");
  let page;
  try {
    const answer = await fetch(location.href, { method: "POST", body, credentials: "same-origin" });
    if (answer.redirected || (!answer.ok && answer.status !== 422)) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return;
  }
  const sentence = page.querySelector("[data-what-happens]");
  if (sentence && asked === latest) form.querySelector("[data-what-happens]").replaceWith(document.adoptNode(sentence));
}

if (form) {
  askForNumber();
  form.addEventListener("change", (event) => {
    askForNumber();
    if (event.target.name !== "note" && !lacksNumber()) sayWhatHappens();
  });
}
