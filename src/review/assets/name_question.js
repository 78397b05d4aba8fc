// Which of two people with nearly the same name sits here.

import { moveDrafts } from "./drafts.js";

async function answer(name) {
  const problem = document.getElementById("name-problem");
  problem.textContent = "";
  try {
    const reply = await fetch("/api/name", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Claimcheck": "1", "X-Claimcheck-Seat": document.body.dataset.seat },
      body: JSON.stringify({ name }),
    });
    const said = await reply.json();
    if (reply.ok) {
      moveDrafts(said.seat);
      location.reload();
      return;
    }
    problem.textContent = said.error ?? "This was not taken.";
  } catch {
    problem.textContent = "This was not taken: claimcheck does not answer. Try again.";
  }
}

function showButtons() {
  for (const button of document.querySelectorAll("#name-question button")) button.hidden = false;
}

/** Listens on the document: the question may come up while the page is open. */
export function startNameQuestion() {
  showButtons();
  document.addEventListener("page-refreshed", showButtons);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#name-question button");
    if (button) answer(button.dataset.name);
  });
}
