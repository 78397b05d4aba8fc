// The dialog that shows the keys, changes them and switches them off.

import { areKeysOn, changeKey, kActions, keyOf, resetKeys, showKeys, switchKeys } from "./key_bindings.js";

function dialog() {
  return document.getElementById("keys-dialog");
}

function problem(words) {
  document.getElementById("keys-problem").textContent = words;
}

function take(action, field) {
  const key = field.value.trim();
  const other = kActions.find((each) => each.name !== action.name && key !== "" && keyOf(each.name) === key);
  if (other) {
    problem(`“${key}” already does this: ${other.words}. Change that key first.`);
    field.value = keyOf(action.name);
    return;
  }
  problem("");
  changeKey(action.name, key);
  showKeys();
}

function writeRow(action) {
  const row = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  const label = document.createElement("label");
  label.htmlFor = `key-${action.name}`;
  label.textContent = action.words;
  name.append(label);
  const field = document.createElement("input");
  field.id = `key-${action.name}`;
  field.maxLength = 1;
  field.size = 2;
  field.autocomplete = "off";
  field.value = keyOf(action.name);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("change", () => take(action, field));
  const cell = document.createElement("td");
  cell.append(field);
  row.append(name, cell);
  return row;
}

function fill() {
  document.getElementById("keys-on").checked = areKeysOn();
  document.getElementById("keys-rows").replaceChildren(...kActions.map(writeRow));
  problem("");
}

export function showKeyDialog() {
  fill();
  dialog().showModal();
}

export function startKeyDialog() {
  for (const tools of document.querySelectorAll(".masthead .tools")) tools.hidden = false;
  document.getElementById("open-keys").addEventListener("click", showKeyDialog);
  document.getElementById("keys-on").addEventListener("change", (event) => {
    switchKeys(event.target.checked);
    showKeys();
  });
  document.getElementById("keys-reset").addEventListener("click", () => {
    resetKeys();
    fill();
    showKeys();
  });
  dialog().querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    dialog().close();
  });
  showKeys();
}
