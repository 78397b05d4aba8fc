// Which key does what. Single keys can be changed and switched off (WCAG 2.1.4).

import { readSetting, writeSetting } from "./settings.js";

export const kActions = [
  { name: "supported", words: "Judge: Supported", key: "1" },
  { name: "contested", words: "Judge: Contested", key: "2" },
  { name: "unsupported", words: "Judge: Unsupported", key: "3" },
  { name: "not_checkable", words: "Judge: Cannot be checked", key: "4" },
  { name: "clear", words: "Clear my judgement", key: "0" },
  { name: "defer", words: "Defer the claim", key: "d" },
  { name: "comment", words: "Write a comment", key: "c" },
  { name: "undo", words: "Undo my last step", key: "u" },
  { name: "next", words: "Next claim", key: "j" },
  { name: "previous", words: "Previous claim", key: "k" },
  { name: "next_evidence", words: "Next quote", key: "n" },
  { name: "previous_evidence", words: "Previous quote", key: "p" },
  { name: "search", words: "Search the claims", key: "/" },
  { name: "help", words: "Show these keys", key: "?" },
];

export function areKeysOn() {
  return readSetting("keys-on", true) === true;
}

export function switchKeys(on) {
  writeSetting("keys-on", on);
}

export function keyOf(name) {
  const changed = readSetting("keys", {});
  const key = changed !== null && typeof changed === "object" ? changed[name] : undefined;
  return typeof key === "string" ? key : kActions.find((action) => action.name === name).key;
}

export function actionOf(key) {
  return kActions.find((action) => keyOf(action.name) === key && key !== "")?.name;
}

export function changeKey(name, key) {
  writeSetting("keys", { ...readSetting("keys", {}), [name]: key });
}

export function resetKeys() {
  writeSetting("keys", {});
}

/** Writes the keys on the buttons that do the same, or takes them off. */
export function showKeys() {
  for (const label of document.querySelectorAll("[data-key-of]")) {
    const key = areKeysOn() ? keyOf(label.dataset.keyOf) : "";
    label.textContent = key;
    label.hidden = key === "";
    const control = label.closest("a, button");
    if (key === "") control?.removeAttribute("aria-keyshortcuts");
    else control?.setAttribute("aria-keyshortcuts", key);
  }
}
