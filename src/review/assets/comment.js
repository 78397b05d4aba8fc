// Comments on a claim. What is typed is kept until the server has it.

import { say } from "./announce.js";
import { readDraft, writeDraft } from "./drafts.js";
import { send } from "./outbox.js";
import { refresh } from "./pages.js";
import { showStanding } from "./decide.js";

function claim() {
  return document.getElementById("main").dataset.claim;
}

async function submit(event) {
  event.preventDefault();
  const field = document.getElementById("comment-text");
  const problem = document.getElementById("comment-problem");
  const on = claim();
  const text = field.value.trim();
  problem.textContent = text ? "" : "A comment needs words.";
  if (!text) {
    field.focus();
    return;
  }
  // From here on the outbox keeps it; a refused one comes back.
  field.value = "";
  writeDraft("comment", on, "");
  const outcome = await send("/api/comment", { claim: on, text }, `Comment on ${on}`);
  if (outcome.kind === "refused") {
    // Behind it may stand what was typed meanwhile.
    const both = [text, readDraft("comment", on)].filter((each) => each !== "").join("\n");
    writeDraft("comment", on, both);
    if (claim() === on) {
      document.getElementById("comment-text").value = both;
      document.getElementById("comment-problem").textContent = outcome.answer.error;
    }
    return;
  }
  if (outcome.kind !== "saved") return;
  say(`Comment on ${on} saved.`);
  try {
    await refresh(["progress", "opinions"]);
  } catch {
    // It is saved; the page catches up with the next change.
  }
  showStanding();
}

export function goToComment() {
  const field = document.getElementById("comment-text");
  if (!field) return;
  field.focus();
  field.scrollIntoView({ block: "center" });
}

/** For each claim that is shown anew. */
export function showCommentForm() {
  const form = document.getElementById("comment-form");
  if (!form) return;
  form.hidden = false;
  const field = document.getElementById("comment-text");
  const on = claim();
  field.value = readDraft("comment", on);
  field.addEventListener("input", () => writeDraft("comment", on, field.value));
  field.addEventListener("keydown", (event) => {
    // What is typed stays in the field, and single keys work again.
    if (event.key === "Escape" && !event.isComposing) document.getElementById("comment")?.focus();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", submit);
}

export function startCommenting() {
  document.getElementById("comment")?.addEventListener("click", goToComment);
  showCommentForm();
}
