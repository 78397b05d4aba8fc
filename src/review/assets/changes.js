// Keeps this window up with others, and says when the program has gone.

import { alarm } from "./announce.js";
import { countWaiting } from "./outbox.js";
import { refresh } from "./pages.js";

const kEvery = 4000;
const kParts = { list: ["progress", "list"], claim: ["progress", "opinions"], summary: ["progress", "main"] };

let missed = 0;

function showGone(gone) {
  const note = document.getElementById("gone");
  if (gone === !note.hidden) return;
  note.hidden = !gone;
  if (gone) alarm(note.textContent);
}

async function look() {
  const last = document.getElementById("progress").dataset.last;
  const answer = await fetch(`/api/changes?after=${encodeURIComponent(last)}`, { signal: AbortSignal.timeout(8000) });
  if (!answer.ok) throw new Error("no answer");
  const { changed, seat } = await answer.json();
  const isOurs = seat === document.body.dataset.seat;
  document.getElementById("other-seat").hidden = isOurs;
  if (!isOurs) return;
  const parts = kParts[document.body.dataset.page] ?? ["progress"];
  const writes = countWaiting() > 0 || document.querySelector("dialog[open]");
  if (changed && !writes) await refresh(parts);
}

async function tick() {
  if (document.visibilityState === "visible") {
    try {
      await look();
      missed = 0;
    } catch {
      ++missed;
    }
    showGone(missed > 1);
  }
  setTimeout(tick, kEvery);
}

export function startWatching() {
  document.addEventListener("program-gone", () => showGone(true));
  setTimeout(tick, kEvery);
}
