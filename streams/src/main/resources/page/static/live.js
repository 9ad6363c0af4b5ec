// Shows changes as they happen. The server draws the new numbers (so there is one place that knows
// how to write them); cells that differ are exchanged and marked. Rows stay where they are until the
// reader asks for the new order.
import { follow } from "./stream.js";

const REDRAW_MS = 1_000;
const SAY_MS = 10_000;

export function followChanges(words) {
  const status = document.querySelector("[data-live-state]");
  if (!status) {
    return;
  }
  const redraw = atMostEvery(REDRAW_MS, redrawer(words));
  follow({
    change: (change) => String(change.year) === status.dataset.year && redraw(),
    state: (state) => {
      show(status, state, words);
      if (state === "live") {
        redraw(); // whatever changed while nobody listened, be it only since the page was drawn
      }
      document.getElementById("main").classList.toggle("stale", state === "stopped");
    },
  });
}

function show(status, state, words) {
  status.hidden = false;
  status.dataset.liveState = state;
  const word = { live: words.liveLive, reconnecting: words.liveReconnecting, stopped: words.liveStopped }[state];
  const now = new Date().toLocaleTimeString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour12: false });
  const since = state === "live" ? "" : " " + words.liveSince.replace("{0}", now);
  status.querySelector("[data-word]").textContent = word + since;
}

function redrawer(words) {
  const drawn = cells(document);
  const say = sayer(words);
  const offer = offerer(words, drawn);
  return async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) {
      return; // the next change, or the next connection, tries again
    }
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    exchangeBlocks(next);
    const changed = exchangeCells(next, drawn);
    document.dispatchEvent(new Event("paca:drawn"));
    offer(next, changed);
    say(changed);
  };
}

/** Every cell as the server drew it: marks and sorting here do not count as changes. */
function cells(page) {
  const drawn = new Map();
  for (const row of page.querySelectorAll("tr[data-row]")) {
    [...row.cells].forEach((cell, i) => drawn.set(row.dataset.row + "#" + i, cell.outerHTML));
  }
  return drawn;
}

function exchangeBlocks(next) {
  for (const block of next.querySelectorAll("[data-live]")) {
    const mine = document.querySelector(`[data-live="${block.dataset.live}"]`);
    if (!mine || mine.innerHTML === block.innerHTML) {
      continue;
    }
    const focused = mine.contains(document.activeElement) && document.activeElement.getAttribute("href");
    const before = new Map([...mine.querySelectorAll("[data-cell]")].map((e) => [e.dataset.cell, e.textContent]));
    mine.replaceChildren(...document.importNode(block, true).childNodes);
    for (const cell of mine.querySelectorAll("[data-cell]")) {
      cell.classList.toggle("changed", before.get(cell.dataset.cell) !== cell.textContent);
    }
    if (focused) {
      mine.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
  }
}

function exchangeCells(next, drawn) {
  const changed = [];
  for (const [key, html] of cells(next)) {
    if (drawn.get(key) === html) {
      continue;
    }
    drawn.set(key, html);
    const [, name, i] = /^(.*)#(\d+)$/s.exec(key);
    const row = document.querySelector(`tr[data-row="${CSS.escape(name)}"]`);
    const fresh = next.querySelector(`tr[data-row="${CSS.escape(name)}"]`).cells[i];
    const old = row?.cells[i];
    if (!old) {
      continue;
    }
    const differs = old.textContent !== fresh.textContent;
    const cell = document.importNode(fresh, true);
    cell.classList.toggle("changed", differs || old.classList.contains("changed"));
    old.replaceWith(cell);
    row.classList.toggle("waits", fresh.parentElement.classList.contains("waits"));
    if (differs && cell.classList.contains("total") && !row.closest("tfoot")) {
      changed.push({ row: name, text: row.querySelector("th").textContent.trim() + " " + cell.textContent });
    }
  }
  return changed;
}

function offerer(words, drawn) {
  const box = document.querySelector("[data-offer]");
  const button = box.querySelector("button");
  const waiting = new Set();
  let latest;
  button.addEventListener("click", () => {
    const bodies = [...latest.querySelectorAll("table tbody:has(> tr[data-row])")];
    const mine = [...document.querySelectorAll("table tbody:not(.own):has(> tr[data-row])")];
    bodies.forEach((body, i) => mine[i]?.replaceWith(document.importNode(body, true)));
    drawn.clear();
    cells(latest).forEach((html, key) => drawn.set(key, html));
    document.querySelectorAll(".changed").forEach((each) => each.classList.remove("changed"));
    waiting.clear();
    box.hidden = true;
    document.dispatchEvent(new Event("paca:drawn"));
  });
  return (next, changed) => {
    latest = next;
    changed.forEach((each) => waiting.add(each.row));
    const moved = order(next) !== order(document);
    box.hidden = !moved;
    const many = waiting.size === 1 ? words.offerOne : words.offerMany;
    button.textContent = many.replace("{0}", waiting.size);
  };
}

function order(page) {
  return [...page.querySelectorAll("tbody:not(.own) > tr[data-row]")].map((row) => row.dataset.row).join();
}

/** One polite announcement at most every ten seconds, of all that changed since the last. */
function sayer(words) {
  const place = document.querySelector("[data-said]");
  const unsaid = new Map();
  const speak = atMostEvery(SAY_MS, () => {
    const all = [...unsaid.values()];
    unsaid.clear();
    const text = all.length === 1 ? words.saidOne : words.saidMany;
    const named = all.slice(0, 3).join("; ") + (all.length > 3 ? "; …" : "");
    place.textContent = text.replace("{0}", all.length).replace("{1}", named);
  });
  return (changed) => {
    changed.forEach((each) => unsaid.set(each.row, each.text));
    if (unsaid.size) {
      speak();
    }
  };
}

/** The first call runs at once; calls during the pause are one call after it. */
function atMostEvery(pause, act) {
  let resting = false;
  let again = false;
  const run = async () => {
    resting = true;
    again = false;
    await act();
    setTimeout(() => {
      resting = false;
      if (again) {
        run();
      }
    }, pause);
  };
  return () => {
    if (resting) {
      again = true;
    } else {
      run();
    }
  };
}
