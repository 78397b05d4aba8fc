// What is to be written, one after the other. "Saved" is said only when the server has confirmed it; what it has not
// confirmed stays here, in sight, until it is sent again or discarded.

import { alarm } from "./announce.js";

const waiting = [];
let busy = false;
let timer = 0;
let pause = 3000;

const kGone = "claimcheck does not answer. Nothing is lost: it is kept here and sent again.";
const kEnded =
  "This page belongs to a claimcheck that has ended. Keep this window to copy from, and open the new link.";

function storageKey() {
  return "claimcheck.outbox." + (document.querySelector(".site")?.textContent ?? "");
}

function keep() {
  try {
    if (waiting.length === 0) sessionStorage.removeItem(storageKey());
    else sessionStorage.setItem(storageKey(), JSON.stringify(waiting.map(({ path, body, words }) => ({ path, body, words }))));
  } catch {
    // They are still in memory and on the page.
  }
}

function show(state, words) {
  const line = document.getElementById("saved");
  if (line) {
    line.dataset.state = state;
    line.textContent = words;
  }
  const stuck = state === "unsaved";
  const retry = document.getElementById("retry");
  if (retry) retry.hidden = !stuck;
  const list = document.getElementById("unsaved");
  if (!list) return;
  list.hidden = !stuck;
  list.replaceChildren();
  for (const item of stuck ? waiting : []) {
    const entry = document.createElement("li");
    const what = document.createElement("span");
    what.textContent = item.words + (item.body.text ? `: ${item.body.text}` : "");
    const drop = document.createElement("button");
    drop.type = "button";
    drop.textContent = "Discard";
    drop.addEventListener("click", () => discard(item));
    entry.append(what, " ", drop);
    list.append(entry);
  }
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

async function post(item) {
  const answer = await fetch(item.path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Claimcheck": "1" },
    body: JSON.stringify(item.body),
    signal: AbortSignal.timeout(15000),
  });
  const isJson = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  return { status: answer.status, body: isJson ? await answer.json() : {} };
}

// Ours went first: those behind it on the same claim were decided in sight of it.
function moveOn(item, standing) {
  for (const later of waiting) {
    if (later.body.claim === item.body.claim && later.body.seen === item.body.seen && standing) {
      later.body.seen = standing.entry;
    }
  }
}

function settle(item, outcome) {
  waiting.shift();
  keep();
  if (outcome.kind === "saved" && item.body.seen !== undefined) moveOn(item, outcome.answer.claim);
  if (outcome.kind === "saved") show("saved", `Saved ${new Date().toLocaleTimeString()}`);
  else show("refused", outcome.answer.error ?? "Not saved.");
  if (outcome.kind !== "saved") alarm(outcome.answer.error ?? "Not saved.");
  item.done?.(outcome);
}

function stall(words) {
  const isNew = document.getElementById("saved")?.dataset.state !== "unsaved";
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
    if (answer.status === 200) settle(waiting[0], { kind: "saved", answer: answer.body });
    else if (answer.status === 409) settle(waiting[0], { kind: "conflict", answer: answer.body });
    else if (answer.status === 400) settle(waiting[0], { kind: "refused", answer: answer.body });
    else {
      stall(answer.status === 403 ? kEnded : (answer.body.error ?? kGone));
      break;
    }
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
    if (document.getElementById("saved")?.dataset.state !== "unsaved") show("saving", "Saving…");
    flush();
  });
}

export function isWaiting() {
  return waiting.length > 0;
}

/** What a page before this one could not send; it waits for the reader to say so. */
export function restore() {
  try {
    for (const item of JSON.parse(sessionStorage.getItem(storageKey()) ?? "[]")) waiting.push(item);
  } catch {
    return;
  }
  if (waiting.length > 0) show("unsaved", "Not saved before this page was loaded again.");
}

export function startOutbox() {
  document.getElementById("retry")?.addEventListener("click", flush);
  window.addEventListener("online", flush);
  window.addEventListener("beforeunload", (event) => {
    if (waiting.length > 0) event.preventDefault();
  });
  if (document.getElementById("saved")) restore();
}
