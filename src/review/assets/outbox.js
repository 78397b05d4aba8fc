// What is to be written, one after the other. "Saved" is said only when the server has confirmed all of it; what it has
// not confirmed stays here, in sight, until it is sent again or discarded.

import { alarm } from "./announce.js";
import { copyUnsaved, showOutbox, stateShown } from "./outbox_view.js";

const waiting = [];
const refused = [];
let busy = false;
let timer = 0;
let pause = 3000;

const kGone = "claimcheck does not answer. Nothing is lost: it is kept here and sent again.";
const kEnded =
  "This page belongs to a claimcheck that has ended. Open the new link in this browser: then this is sent from here.";

/** Of this person at this project: what one of them has not sent is never sent as another's. */
function storageKey() {
  return `claimcheck.outbox.${document.body.dataset.seat}`;
}

function keep() {
  try {
    if (waiting.length + refused.length === 0) {
      sessionStorage.removeItem(storageKey());
      return;
    }
    const plain = ({ path, body, words, error }) => ({ path, body, words, error });
    sessionStorage.setItem(storageKey(), JSON.stringify({ waiting: waiting.map(plain), refused: refused.map(plain) }));
  } catch {
    // They are still in memory and on the page.
  }
}

function show(state, words) {
  showOutbox(state, words, { stuck: state === "unsaved" ? waiting : [], refused, discard, dismiss });
}

function discard(item) {
  const at = waiting.indexOf(item);
  if (at < 0 || (busy && at === 0)) return;
  waiting.splice(at, 1);
  keep();
  item.done?.({ kind: "discarded" });
  if (waiting.length > 0) show("unsaved", document.getElementById("saved").textContent);
  else show("idle", "");
}

function dismiss(item) {
  refused.splice(refused.indexOf(item), 1);
  keep();
  show(waiting.length > 0 ? stateShown() : "idle", waiting.length > 0 ? document.getElementById("saved").textContent : "");
}

async function post(item) {
  const answer = await fetch(item.path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Claimcheck": "1", "X-Claimcheck-Seat": document.body.dataset.seat },
    body: JSON.stringify(item.body),
    signal: AbortSignal.timeout(15000),
  });
  const isJson = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  return { status: answer.status, body: isJson ? await answer.json() : {} };
}

function kindOf(answer) {
  // Whatever else listens at this address by now has no number to tell.
  if (answer.status === 200 && Number.isInteger(answer.body.entry)) return "saved";
  if (answer.status === 409) return "conflict";
  return answer.status === 400 ? "refused" : "";
}

// Ours went first: those behind it on the same claim were decided in sight of it.
function moveOn(item, standing) {
  for (const later of waiting) {
    if (later.body.claim === item.body.claim && later.body.seen === item.body.seen && standing) {
      later.body.seen = standing.entry;
    }
  }
}

function isInSight(item) {
  return item.done !== undefined && waiting.length === 0 && document.getElementById("main").dataset.claim === item.body.claim;
}

function settle(item, outcome) {
  waiting.shift();
  const error = outcome.answer.error ?? "Not saved.";
  if (outcome.kind === "saved" && item.body.seen !== undefined) moveOn(item, outcome.answer.claim);
  if (outcome.kind !== "saved") {
    alarm(error);
    if (!isInSight(item) && item.body.claim) refused.push({ ...item, error });
  }
  keep();
  if (waiting.length > 0) show("saving", "Saving…");
  else if (outcome.kind !== "saved") show("refused", error);
  else show("saved", `Saved ${new Date().toLocaleTimeString()}`);
  item.done?.(outcome);
}

function stall(words) {
  const isNew = stateShown() !== "unsaved";
  show("unsaved", `Not saved. ${words}`);
  if (isNew) alarm(`Not saved. ${words}`);
  clearTimeout(timer);
  timer = setTimeout(flush, pause);
  pause = Math.min(pause * 2, 30000);
}

/** Sends what waits, in order, until something cannot be sent. */
export async function flush() {
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  while (waiting.length > 0) {
    let answer;
    try {
      answer = await post(waiting[0]);
    } catch {
      stall(kGone);
      break;
    }
    const kind = kindOf(answer);
    if (kind === "") {
      stall(answer.status === 403 ? kEnded : (answer.body.error ?? kGone));
      break;
    }
    settle(waiting[0], { kind, answer: answer.body });
    pause = 3000;
  }
  busy = false;
}

/** Has something written. Resolves when the server has said yes ("saved") or no ("conflict", "refused"). */
export function send(path, body, words) {
  return new Promise((done) => {
    const item = { path, body, words, done };
    const place = waiting.findIndex(
      (each, at) => (at > 0 || !busy) && body.seen !== undefined && each.body.claim === body.claim && each.body.seen !== undefined,
    );
    if (place >= 0) {
      waiting[place].done?.({ kind: "discarded" });
      waiting[place] = item;
    } else {
      waiting.push(item);
    }
    keep();
    if (stateShown() !== "unsaved") show("saving", "Saving…");
    flush();
  });
}

export function countWaiting() {
  return waiting.length;
}

/** What a page before this one could not send; it waits for the reader to say so. */
function restore() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey()) ?? "{}");
    waiting.push(...(kept.waiting ?? []));
    refused.push(...(kept.refused ?? []));
  } catch {
    return;
  }
  if (waiting.length > 0) show("unsaved", "Not saved before this page was loaded again.");
  else if (refused.length > 0) show("idle", "");
}

export function startOutbox() {
  document.getElementById("retry").addEventListener("click", flush);
  document.getElementById("copy-unsaved").addEventListener("click", copyUnsaved);
  window.addEventListener("online", flush);
  window.addEventListener("beforeunload", (event) => {
    if (waiting.length > 0) event.preventDefault();
  });
  restore();
}
