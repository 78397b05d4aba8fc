// The list: filters that stand in the address, and going from row to row.

import { say } from "./announce.js";
import { refresh } from "./pages.js";

let timer = 0;

function form() {
  return document.getElementById("filters");
}

function addressOf(fields) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(fields)) if (value !== "") query.append(name, value);
  const words = query.toString();
  return words === "" ? "/" : `/?${words}`;
}

async function apply() {
  clearTimeout(timer);
  const address = addressOf(form());
  history.replaceState(null, "", address);
  try {
    if (!(await refresh(["list"], address))) return;
  } catch {
    document.dispatchEvent(new CustomEvent("program-gone"));
    return;
  }
  if (addressOf(form()) === address) say(`${document.getElementById("count").textContent} shown`);
}

/** Enter in the search opens the first hit. */
async function openFirst() {
  const words = document.getElementById("filter-q").value.trim();
  await apply();
  if (words === "") return;
  const first = document.querySelector("a.to-claim");
  if (first) location.assign(first.href);
  else say("No claim fits these filters.");
}

export function goToSearch() {
  document.getElementById("filter-q").focus();
}

export function stepRow(by) {
  const links = [...document.querySelectorAll("a.to-claim")];
  if (links.length === 0) return;
  const at = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
  const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
  links[to].focus();
}

function focusTarget() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id === "" ? null : document.getElementById(id);
  (target?.querySelector("a.to-claim") ?? (target?.matches("input") ? target : null))?.focus();
}

export function startList() {
  const fields = form();
  if (!fields) return;
  fields.addEventListener("submit", (event) => {
    event.preventDefault();
    openFirst();
  });
  // The search field changes once more when it is left, by a click on a row that must not be drawn anew under it.
  fields.addEventListener("change", () => {
    if (addressOf(fields) !== location.pathname + location.search) apply();
  });
  document.getElementById("filter-q").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 120);
  });
  document.getElementById("filter-none").addEventListener("click", (event) => {
    event.preventDefault();
    for (const select of fields.querySelectorAll("select")) select.value = "";
    document.getElementById("filter-q").value = "";
    apply();
  });
  focusTarget();
}
