// The view of a claim: going to the next and previous one, and what each new one needs.

import { say } from "./announce.js";
import { watchClaimLine } from "./claim_line.js";
import { showCommentForm } from "./comment.js";
import { showStanding } from "./decide.js";
import { showEvidence } from "./evidence.js";
import { showKeys } from "./key_bindings.js";
import { visit } from "./pages.js";

export function stepClaim(id) {
  const link = document.getElementById(id);
  if (link?.href) visit(link.href);
  else say(id === "next" ? "That was the last claim of the list." : "That was the first claim of the list.");
}

export function goToListSearch() {
  const list = new URL(document.getElementById("to-list").href);
  list.hash = "filter-q";
  location.assign(list);
}

function takeClick(event) {
  const link = event.target.closest("#next, #previous");
  if (!link?.href || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  visit(link.href);
}

export function startClaim() {
  document.addEventListener("click", takeClick);
  document.addEventListener("page-shown", () => {
    showStanding();
    showCommentForm();
    showEvidence();
    watchClaimLine();
    showKeys();
  });
  document.addEventListener("page-refreshed", () => {
    showStanding();
    showKeys();
  });
  window.addEventListener("popstate", () => visit(location.href, false));
  showEvidence();
  watchClaimLine();
}
