// What the page shows of the outbox: one line that says how it stands, and what is not written yet.

import { say } from "./announce.js";

function textOf(item) {
  return item.words + (item.body.text ? `: ${item.body.text}` : "");
}

function addEntry(list, words, button, press) {
  const entry = document.createElement("li");
  const what = document.createElement("span");
  what.textContent = words;
  const drop = document.createElement("button");
  drop.type = "button";
  drop.textContent = button;
  drop.addEventListener("click", press);
  entry.append(what, " ", drop);
  list.append(entry);
}

/** `outbox` has `stuck` and `refused` (items, those with why), and what to do with one: `discard` and `dismiss`. */
export function showOutbox(state, words, outbox) {
  const line = document.getElementById("saved");
  line.dataset.state = state;
  line.textContent = words;
  const none = outbox.stuck.length + outbox.refused.length === 0;
  document.getElementById("retry").hidden = outbox.stuck.length === 0;
  document.getElementById("unsaved-box").hidden = none;
  const list = document.getElementById("unsaved");
  list.replaceChildren();
  for (const item of outbox.refused) {
    addEntry(list, `Not written: ${textOf(item)} (${item.error})`, "Dismiss", () => outbox.dismiss(item));
  }
  for (const item of outbox.stuck) addEntry(list, textOf(item), "Discard", () => outbox.discard(item));
  // Pages without the decision bar show it only when there is something to see.
  const own = document.getElementById("unsent");
  if (own) own.hidden = none && state !== "saving";
}

export function stateShown() {
  return document.getElementById("saved").dataset.state;
}

/** Puts the entries of the list on the clipboard, or selects them where that is not allowed. */
export async function copyUnsaved() {
  const list = document.getElementById("unsaved");
  const words = [...list.querySelectorAll("li > span")].map((each) => each.textContent).join("\n");
  try {
    await navigator.clipboard.writeText(words);
    say("Copied.");
  } catch {
    getSelection().selectAllChildren(list);
    say("Selected: copy it with Ctrl and C.");
  }
}
