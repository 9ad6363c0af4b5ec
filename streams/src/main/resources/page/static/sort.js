// Sorts the ranking where it stands. The server draws the same order from the same address, so a
// link to a sorted table works everywhere and Back goes one order back.

const table = document.querySelector("table[data-sortable]");

export function sortInPlace() {
  if (!table) {
    return;
  }
  table.tHead.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-column]");
    if (!button) {
      return;
    }
    event.preventDefault();
    const address = new URL(location.href);
    setOrDelete(address.searchParams, "sort", button.value === "rank" ? "" : button.value);
    history.pushState(null, "", address);
    apply();
  });
  addEventListener("popstate", apply);
}

function apply() {
  const sort = new URLSearchParams(location.search).get("sort") ?? "rank";
  const reversed = sort.startsWith("-");
  const column = reversed ? sort.slice(1) : sort;
  const buttons = [...table.tHead.querySelectorAll("button[data-column]")];
  const pressed = buttons.find((button) => button.dataset.column === column) ?? buttons[0];
  const ascending = (pressed.dataset.first === "ascending") !== reversed;
  for (const button of buttons) {
    const here = button === pressed;
    button.closest("th").ariaSort = here ? (ascending ? "ascending" : "descending") : "none";
    button.value = here && !reversed ? "-" + button.dataset.column : button.dataset.column;
  }
  order(pressed.closest("th").cellIndex, ascending, column === "name");
}

function order(index, ascending, byName) {
  const body = table.querySelector("tbody:not(.own)");
  const value = (row, cell) => Number(row.cells[cell].dataset.v);
  const rows = [...body.rows].sort((a, b) => {
    const waits = byName ? 0 : Number(a.matches(".waits")) - Number(b.matches(".waits"));
    const size = value(a, index) - value(b, index);
    return waits || (ascending ? size : -size) || value(a, 0) - value(b, 0) || value(a, 2) - value(b, 2);
  });
  body.append(...rows);
}

/** Keeps addresses short: what is the default is not written. */
export function setOrDelete(parameters, name, value) {
  if (value) {
    parameters.set(name, value);
  } else {
    parameters.delete(name);
  }
}
