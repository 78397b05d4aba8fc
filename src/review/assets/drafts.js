// What was typed and not yet saved, kept for this tab so that neither leaving the claim nor reloading loses it.

const memory = new Map();

function keyOf(kind, claim) {
  return `claimcheck.draft.${document.body.dataset.seat}.${kind}.${claim}`;
}

/** What was typed under this name belongs to `seat` from now on. */
export function moveDrafts(seat) {
  const from = `claimcheck.draft.${document.body.dataset.seat}.`;
  try {
    for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith(from))) {
      sessionStorage.setItem(`claimcheck.draft.${seat}.${key.slice(from.length)}`, sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
    }
  } catch {
    // Then there is nothing to move.
  }
}

export function readDraft(kind, claim) {
  const key = keyOf(kind, claim);
  try {
    return sessionStorage.getItem(key) ?? memory.get(key) ?? "";
  } catch {
    return memory.get(key) ?? "";
  }
}

export function writeDraft(kind, claim, text) {
  const key = keyOf(kind, claim);
  if (text === "") memory.delete(key);
  else memory.set(key, text);
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Kept in memory.
  }
}
