// Pins the reader's own province on top of the ranking. The choice stays in this browser; it is no
// part of the address, since a shared link should show the same to everybody.

const KEY = "paca.own";

export function pinOwn(words) {
  const table = document.querySelector("table[data-sortable]");
  const tools = document.querySelector(".tools");
  if (!table || !tools) {
    return;
  }
  const select = chooser(table, words);
  tools.append(select.parentElement);
  select.value = stored();
  const draw = () => pin(table, select.value);
  select.addEventListener("change", () => {
    store(select.value);
    draw();
  });
  document.addEventListener("paca:drawn", draw);
  draw();
}

function chooser(table, words) {
  const label = document.createElement("label");
  label.className = "ownchoice";
  label.append(words.ownLabel + " ");
  const select = label.appendChild(document.createElement("select"));
  select.add(new Option(words.ownNone, ""));
  const names = [...table.querySelectorAll("tr[data-sought] th")];
  names.sort((a, b) => Number(a.dataset.v) - Number(b.dataset.v));
  for (const name of names) {
    select.add(new Option(name.textContent, name.parentElement.dataset.row));
  }
  return select;
}

function pin(table, province) {
  table.querySelector("tbody.own")?.remove();
  document.querySelectorAll(".mine").forEach((each) => each.classList.remove("mine"));
  const row = province && table.querySelector(`tr[data-row="${CSS.escape(province)}"]`);
  if (!row) {
    return;
  }
  row.classList.add("mine");
  document.querySelector(`[data-tile="${CSS.escape(province)}"]`)?.classList.add("mine");
  const body = document.createElement("tbody");
  body.className = "own";
  const copy = body.appendChild(row.cloneNode(true));
  copy.hidden = false;
  delete copy.dataset.row;
  delete copy.dataset.sought;
  table.tHead.after(body);
}

function stored() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return ""; // storage may be forbidden; then nothing is pinned
  }
}

function store(province) {
  try {
    localStorage.setItem(KEY, province);
  } catch {
    // storage may be forbidden; then the pin lasts as long as the page
  }
}
