// What the reader chose for this browser. Storage may be full or forbidden: then choices last as long as the page.

const kept = new Map();

export function readSetting(name, otherwise) {
  try {
    const text = localStorage.getItem("claimcheck." + name);
    if (text !== null) return JSON.parse(text);
  } catch {
    // Falls through to what this page keeps.
  }
  return kept.has(name) ? kept.get(name) : otherwise;
}

export function writeSetting(name, value) {
  kept.set(name, value);
  try {
    localStorage.setItem("claimcheck." + name, JSON.stringify(value));
  } catch {
    // Kept for this page alone.
  }
}
