// Pages come from the server, where every text from outside is escaped. They are parsed into a document of their own,
// in which no script runs, and their elements are moved here.

async function load(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error("the page could not be had");
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function focusKeeper(element) {
  const focused = document.activeElement;
  if (!focused || !element.contains(focused)) return () => {};
  const id = focused.closest("[id]")?.id ?? "";
  const inner = focused.id === id ? "" : focused.tagName;
  return () => {
    const home = document.getElementById(id);
    (inner ? home?.querySelector(inner) : home)?.focus({ preventScroll: true });
  };
}

/** Fetches the page at `address` and puts its elements with these ids in the place of ours; focus stays. */
export async function refresh(ids, address = location.href) {
  const fresh = await load(address);
  for (const id of ids) {
    const old = document.getElementById(id);
    const now = fresh.getElementById(id);
    if (!old || !now) continue;
    const restore = focusKeeper(old);
    old.replaceWith(document.adoptNode(now));
    restore();
  }
  const main = document.getElementById("main");
  const next = fresh.getElementById("main")?.dataset.nextOpen;
  if (next !== undefined) main.dataset.nextOpen = next;
  document.dispatchEvent(new CustomEvent("page-refreshed"));
}

let newest = 0;

/** Shows another claim without loading everything anew. `push` is false when the browser went back or forward. */
export async function visit(address, push = true) {
  const number = ++newest;
  let fresh;
  try {
    fresh = await load(address);
  } catch {
    location.assign(address);
    return;
  }
  if (number !== newest) return;
  const main = fresh.getElementById("main");
  const alike = !fresh.getElementById("bar") === !document.getElementById("bar");
  if (!main || !alike || fresh.body.dataset.page !== document.body.dataset.page) {
    location.assign(address);
    return;
  }
  document.getElementById("main").replaceWith(document.adoptNode(main));
  document.getElementById("progress").replaceWith(document.adoptNode(fresh.getElementById("progress")));
  document.title = fresh.title;
  if (push) history.pushState(null, "", address);
  document.dispatchEvent(new CustomEvent("page-shown"));
  window.scrollTo(0, 0);
  document.getElementById("claim-title")?.focus({ preventScroll: true });
}
