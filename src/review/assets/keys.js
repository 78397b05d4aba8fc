// Listens for single keys. They never work in fields, with modifiers, while a dialog is open, or when switched off.

import { actionOf, areKeysOn } from "./key_bindings.js";

const kSteady = new Set(["checkbox", "radio", "button", "submit", "reset"]);

function takesText(element) {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element.tagName === "TEXTAREA" || element.tagName === "SELECT") return true;
  return element.tagName === "INPUT" && !kSteady.has(element.type);
}

/** `commands` has a function for each action that this page knows. */
export function listen(commands) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (!areKeysOn() || takesText(event.target) || document.querySelector("dialog[open]")) return;
    const command = commands[actionOf(event.key)];
    if (!command) return;
    event.preventDefault();
    command();
  });
}
