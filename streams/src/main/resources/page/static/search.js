// Finds provinces while typing, with or without marks: "soc trang" finds Sóc Trăng.
import { setOrDelete } from "./sort.js";

export function searchInPlace(words) {
  const form = document.querySelector("form[data-search]");
  if (!form) {
    return;
  }
  const input = form.elements.q;
  const filter = () => {
    const sought = unmarked(input.value);
    const rows = [...document.querySelectorAll("tr[data-sought]")];
    for (const row of rows) {
      row.hidden = !row.dataset.sought.includes(sought);
    }
    const found = rows.filter((row) => !row.hidden).length;
    form.querySelector("[data-found]").textContent = found
      ? words.found.replace("{0}", found).replace("{1}", rows.length)
      : words.none.replace("{0}", input.value);
    document.querySelector(".list .nobody")?.remove();
  };
  const remember = () => {
    const address = new URL(location.href);
    setOrDelete(address.searchParams, "q", input.value.trim());
    history.replaceState(null, "", address);
  };
  input.addEventListener("input", () => {
    filter();
    remember();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
    remember();
  });
  addEventListener("popstate", () => {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    filter();
  });
  document.addEventListener("paca:drawn", () => input.value && filter());
}

function unmarked(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d")
    .replace(/[\s-]+/g, " ")
    .trim();
}
