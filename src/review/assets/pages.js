// Pages come from the server, where every text from outside is escaped. They are parsed into a document of their own,
// in which no script runs, and their elements are moved here.

/** Throws what has the status 404 where there is no such page, and else another one or none. */
async function load(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw Object.assign(new Error("the page could not be had"), { status: answer.status });
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Goes where a page is that cannot be put in the place of ours; stays where there is none, to lose nothing. */
function goOrStay(address, error) {
  if (error?.status === 404) location.assign(address);
  else document.dispatchEvent(new CustomEvent("program-gone"));
}

function lastEntry(page) {
  return Number(page.getElementById("progress")?.dataset.last ?? 0);
}

/** Whether `fresh`, which was at `address`, still belongs in the place of what is shown: readers do not wait for it. */
function isStillWanted(fresh, address) {
  const asked = new URL(address, location.href);
  return (
    asked.pathname + asked.search === location.pathname + location.search &&
    fresh.getElementById("main")?.dataset.claim === document.getElementById("main").dataset.claim &&
    fresh.body.dataset.seat === document.body.dataset.seat &&
    lastEntry(fresh) >= lastEntry(document)
  );
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

/**
 * Fetches the page at `address` and puts its elements with these ids in the place of ours; focus stays. Does nothing, and
 * says so with false, when by then another claim, another list or something newer is shown.
 */
export async function refresh(ids, address = location.href) {
  const fresh = await load(address);
  if (!isStillWanted(fresh, address)) return false;
  for (const id of [...ids, "name-question"]) {
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
  return true;
}

let newest = 0;

/** Shows another claim without loading everything anew. `push` is false when the browser went back or forward. */
export async function visit(address, push = true) {
  const number = ++newest;
  let fresh;
  try {
    fresh = await load(address);
  } catch (error) {
    goOrStay(address, error);
    return;
  }
  if (number !== newest) return;
  const main = fresh.getElementById("main");
  const alike = !fresh.getElementById("bar") === !document.getElementById("bar");
  const { page, seat } = document.body.dataset;
  if (!main || !alike || fresh.body.dataset.page !== page || fresh.body.dataset.seat !== seat) {
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
