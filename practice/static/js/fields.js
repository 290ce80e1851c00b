// Comforts for the special questions; everything works without them. Counts characters near the limit, says how many
// choices are left, adds and takes out lines of a table in place, and shows a question that depends on another one as soon
// as that is answered. Messages are announced politely and never block typing.

const NEAR_LIMIT = 0.8;

function announcer(after) {
  const line = document.createElement("p");
  line.className = "answer-count";
  line.setAttribute("role", "status");
  after.after(line);
  return line;
}

function countCharacters(input) {
  const limit = Number(input.dataset.limit);
  let line = null;
  input.addEventListener("input", () => {
    const length = [...input.value].length;
    if (length < limit * NEAR_LIMIT && !line) return;
    line ??= announcer(input);
    const left = limit - length;
    const words = left < 0
      ? `${(-left).toLocaleString()} characters too many. Nothing is cut off.`
      : `${left.toLocaleString()} characters left.`;
    line.textContent = length < limit * NEAR_LIMIT ? "" : words;
    line.classList.toggle("answer-count-over", left < 0);
  });
}

function countChoices(group) {
  const most = Number(group.dataset.most);
  let line = null;
  group.addEventListener("change", () => {
    const chosen = group.querySelectorAll('input[type="checkbox"]:checked').length;
    line ??= announcer(group);
    line.textContent = chosen > most
      ? `${chosen} chosen. Untick ${chosen - most} to go on.`
      : `${chosen} of ${most} chosen.`;
    line.classList.toggle("answer-count-over", chosen > most);
  });
}

function renumber(line, key, number) {
  const last = line.dataset.line;
  const was = `${key}__${last}__`;
  const now = `${key}__${number}__`;
  line.querySelector("legend").textContent = `Line ${number + 1}`;
  for (const words of line.querySelectorAll("[data-line-words]")) words.textContent = `line ${number + 1}`;
  for (const button of line.querySelectorAll('button[name$="__out"]')) button.value = String(number);
  for (const element of line.querySelectorAll("[name], [id], [for], [aria-describedby]")) {
    for (const attribute of ["name", "id", "for", "aria-describedby"]) {
      const value = element.getAttribute(attribute);
      if (value?.startsWith(was)) element.setAttribute(attribute, now + value.slice(was.length));
    }
  }
  line.dataset.line = String(number);
}

function emptied(line) {
  for (const error of line.querySelectorAll(".field-error")) error.remove();
  for (const cell of line.querySelectorAll(".field-invalid")) cell.classList.remove("field-invalid");
  for (const input of line.querySelectorAll("input, select")) {
    if (input.tagName === "SELECT") {
      input.selectedIndex = 0;
      for (const option of input.options) option.removeAttribute("selected");
    } else {
      input.value = "";
      input.removeAttribute("value");
    }
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
  return line;
}

// The page saves itself when it hears that something changed.
function tellChanged(element) {
  element.dispatchEvent(new Event("input", { bubbles: true }));
}

function changesLines(lines) {
  const add = lines.querySelector('button[name$="__add"]');
  const shown = lines.querySelector('input[name$="__shown"]');
  if (!add || !shown) return;
  const key = add.name.slice(0, -"__add".length);
  const all = () => [...lines.querySelectorAll("[data-line]")];
  let said = null;
  const counted = () => {
    shown.value = String(all().length);
    add.hidden = all().length >= Number(lines.dataset.most);
    tellChanged(shown);
  };

  add.addEventListener("click", (event) => {
    event.preventDefault();
    const last = all().at(-1);
    const line = emptied(last.cloneNode(true));
    renumber(line, key, all().length);
    last.after(line);
    counted();
    line.querySelector("input, select").focus();
  });

  lines.addEventListener("click", (event) => {
    const button = event.target.closest('button[name$="__out"]');
    if (!button) return;
    event.preventDefault();
    const line = button.closest("[data-line]");
    const at = all().indexOf(line);
    if (all().length === 1) emptied(line);
    else line.remove();
    all().forEach((one, number) => renumber(one, key, number));
    counted();
    (all()[Math.min(at, all().length - 1)].querySelector("input, select") ?? add).focus();
    said ??= announcer(lines);
    said.textContent = `Line ${at + 1} is taken out.`;
  });
}

// What a question holds now, as the values a condition names.
function valuesOf(form, key) {
  if (form.elements.namedItem(`${key}__skip`)?.checked) return [];
  const found = [...form.querySelectorAll(`[name="${key}"]`)];
  const chosen = found.filter((input) => !["radio", "checkbox"].includes(input.type) || input.checked);
  const isTick = found.length === 1 && found[0].type === "checkbox" && found[0].value === "y";
  return chosen.map((input) => (isTick ? "true" : input.value.trim())).filter(Boolean);
}

function followUps(form) {
  const places = [...form.querySelectorAll("[data-when]")];
  if (places.length === 0) return;
  const said = announcer(form);
  said.className = "visually-hidden";
  // What is not asked is not in the form, so that it is neither sent nor reached by Tab; what was typed in it stays in here.
  const kept = new Map(places.map((place) => [place, place.querySelector("template")?.content ?? null]));
  const update = (isFirst) => {
    let came = 0;
    for (const place of places) {
      const any = place.dataset.any.split(" ");
      const due = valuesOf(form, place.dataset.when).some((value) => any.includes(value));
      if (due && kept.get(place)) {
        place.replaceChildren(kept.get(place));
        kept.set(place, null);
        comforts(place);
        came += 1;
      } else if (!due && kept.get(place) === null) {
        const away = document.createDocumentFragment();
        away.append(...place.childNodes);
        kept.set(place, away);
      }
    }
    if (!isFirst && came) said.textContent = came === 1 ? "One more question follows." : `${came} more questions follow.`;
  };
  form.addEventListener("input", () => update(false));
  form.addEventListener("change", () => update(false));
  update(true);
}

const served = new WeakSet();

function comforts(root) {
  const each = (selector, serve) => {
    for (const element of root.querySelectorAll(selector)) {
      if (!served.has(element)) serve(element);
      served.add(element);
    }
  };
  each("[data-limit]", countCharacters);
  each("[data-most]:not([data-lines])", countChoices);
  each("[data-lines]", changesLines);
}

comforts(document);
for (const form of document.querySelectorAll("form#answers")) followUps(form);
