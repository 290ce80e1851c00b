// Comforts for the special questions; everything works without them. Counts characters near the limit, says how many
// choices are left, and adds a line to a table in place. Messages are announced politely and never block typing.

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

function addsLines(lines) {
  const button = lines.querySelector('button[name$="__add"]');
  const shown = lines.querySelector('input[name$="__shown"]');
  if (!button || !shown) return;
  const key = button.name.slice(0, -"__add".length);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const all = lines.querySelectorAll("[data-line]");
    const line = emptied(all[all.length - 1].cloneNode(true));
    renumber(line, key, all.length);
    line.querySelector("legend").textContent = `Line ${all.length + 1}`;
    all[all.length - 1].after(line);
    shown.value = String(all.length + 1);
    if (all.length + 1 >= Number(lines.dataset.most)) button.hidden = true;
    line.querySelector("input, select").focus();
  });
}

for (const input of document.querySelectorAll("[data-limit]")) countCharacters(input);
for (const group of document.querySelectorAll("[data-most]:not([data-lines])")) countChoices(group);
for (const lines of document.querySelectorAll("[data-lines]")) addsLines(lines);
