// Finishing, and taking that back.

import { countWaiting } from "./outbox.js";

async function write(path) {
  const problem = document.getElementById("finish-problem");
  problem.textContent = "";
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Claimcheck": "1", "X-Claimcheck-Seat": document.body.dataset.seat },
      body: "{}",
    });
    if (answer.ok) {
      location.assign("/summary#finish-section");
      location.reload();
      return;
    }
    problem.textContent = (await answer.json()).error ?? "This was not saved.";
  } catch {
    problem.textContent = "This was not saved: claimcheck does not answer. Try again.";
  }
}

function showButtons() {
  for (const button of document.querySelectorAll("#finish, #reopen")) button.hidden = false;
}

/** What waits in this window would come too late. */
function mayFinish() {
  const waiting = countWaiting();
  document.getElementById("finish-problem").textContent =
    waiting === 0 ? "" : "Something that you did in this window is not saved yet: send or discard it first, at the bottom of the page.";
  return waiting === 0;
}

/** Listens on the document, because the page is refreshed in place. */
export function startSummary() {
  showButtons();
  document.addEventListener("page-refreshed", showButtons);
  document.addEventListener("click", (event) => {
    const dialog = document.getElementById("finish-dialog");
    switch (event.target.closest("button")?.id) {
      case "finish":
        if (mayFinish()) dialog.showModal();
        break;
      case "finish-cancel":
        dialog.close();
        break;
      case "finish-confirm":
        dialog.close();
        write("/api/finish");
        break;
      case "reopen":
        write("/api/reopen");
        break;
      default:
    }
  });
}
