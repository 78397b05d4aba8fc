// Asks why a judgement differs from the tool's.

import { readDraft, writeDraft } from "./drafts.js";

const kRules = {
  supported: "the tool says “Supported”",
  contested: "the tool says “Contested”",
  unsupported: "the tool says “Unsupported”",
  not_checkable: "the tool did not assess it",
  "": "the tool could not check it",
};

let answered = null;

function dialog() {
  return document.getElementById("override-dialog");
}

function chosen() {
  return dialog().querySelector("input[name=reason]:checked")?.value ?? "";
}

function remember(claim) {
  writeDraft("reason", claim, chosen());
  writeDraft("reason-text", claim, document.getElementById("override-text").value);
}

function recall(claim) {
  const reason = readDraft("reason", claim);
  for (const choice of dialog().querySelectorAll("input[name=reason]")) choice.checked = choice.value === reason;
  document.getElementById("override-text").value = readDraft("reason-text", claim);
}

function close(result) {
  const answer = answered;
  answered = null;
  dialog().close();
  answer?.(result);
}

function problem(words, field) {
  document.getElementById("override-problem").textContent = words;
  field?.focus();
}

function submit(event) {
  event.preventDefault();
  const reason = chosen();
  const text = document.getElementById("override-text").value.trim();
  if (!reason) {
    problem("Choose a reason.", dialog().querySelector("input[name=reason]"));
  } else if (reason === "other" && !text) {
    problem("Write down what the reason is.", document.getElementById("override-text"));
  } else {
    close(text ? { reason, text } : { reason });
  }
}

/** The reason and words for judging `claim` as `word`; null when the reader thinks better of it. */
export function askReason(claim, word, rules) {
  recall(claim);
  problem("");
  document.getElementById("override-what").textContent = `You judge ${claim} “${word}”; ${kRules[rules]}.`;
  dialog().dataset.claim = claim;
  dialog().showModal();
  (dialog().querySelector("input[name=reason]:checked") ?? dialog().querySelector("input[name=reason]")).focus();
  return new Promise((resolve) => {
    answered = resolve;
  });
}

/** Forgets what was typed for a claim, once it is saved. */
export function dropReason(claim) {
  writeDraft("reason", claim, "");
  writeDraft("reason-text", claim, "");
}

export function startOverriding() {
  if (!dialog()) return;
  document.getElementById("override-form").addEventListener("submit", submit);
  document.getElementById("override-cancel").addEventListener("click", () => close(null));
  dialog().addEventListener("cancel", (event) => {
    event.preventDefault();
    close(null);
  });
  dialog().addEventListener("input", () => {
    remember(dialog().dataset.claim);
    problem("");
  });
}
