// What the decision bar does.

import { say } from "./announce.js";
import { send } from "./outbox.js";
import { askReason, dropReason } from "./override.js";
import { refresh, visit } from "./pages.js";
import { readSetting, writeSetting } from "./settings.js";

const kWords = {
  supported: "Supported",
  contested: "Contested",
  unsupported: "Unsupported",
  not_checkable: "Cannot be checked",
};

function main() {
  return document.getElementById("main");
}

function opinions() {
  return document.getElementById("opinions");
}

function undoWords() {
  return document.getElementById("progress").dataset.undoWords;
}

/** Makes the bar say where the reader stands on the claim that is shown. */
export function showStanding() {
  const own = opinions();
  const bar = document.getElementById("bar");
  if (!own || !bar) return;
  for (const button of bar.querySelectorAll("[data-judge]")) {
    const pressed = button.dataset.judge === own.dataset.judgement;
    button.setAttribute("aria-pressed", String(pressed));
    button.title = pressed ? "Press again for the next open claim" : "";
  }
  const deferring = document.getElementById("defer");
  deferring.setAttribute("aria-pressed", String(own.dataset.status === "deferred"));
  deferring.title = own.dataset.judgement ? "Puts the claim aside and takes your judgement off" : "Puts the claim aside";
  document.getElementById("clear").setAttribute("aria-disabled", String(own.dataset.entry === "0"));
  const undo = document.getElementById("undo");
  undo.setAttribute("aria-disabled", String(undoWords() === ""));
  undo.title = undoWords() === "" ? "" : `Takes back ${undoWords()}`;
}

function takeStanding(standing) {
  const own = opinions();
  if (!standing || !own || main().dataset.claim !== standing.id) return;
  own.dataset.judgement = standing.judgement ?? "";
  own.dataset.status = standing.status;
  own.dataset.entry = String(standing.entry);
  showStanding();
}

async function catchUp() {
  try {
    await refresh(["progress", "opinions"]);
  } catch {
    // What was written is written; the page catches up with the next change.
  }
  showStanding();
}

async function goOn(always = false) {
  const address = main().dataset.nextOpen;
  if (!always && !document.getElementById("go-on").checked) return;
  if (address) await visit(address);
  else say("No other claim is open in this list. Finish on the page “Progress and finish”.");
}

async function write(path, body, words) {
  const outcome = await send(path, body, words);
  if (outcome.kind === "discarded") return false;
  takeStanding(outcome.answer.claim);
  if (outcome.kind === "saved") {
    const again = path === "/api/judge" ? " Press it again for the next open claim." : "";
    say(`Saved: ${words}. ${outcome.answer.progress.words}.${again}`);
  }
  const stays = outcome.kind !== "saved" || !document.getElementById("go-on").checked || !main().dataset.nextOpen;
  if (stays) await catchUp();
  return outcome.kind === "saved";
}

function claimNow() {
  return { claim: main().dataset.claim, seen: Number(opinions().dataset.entry) };
}

export async function judge(judgement) {
  const now = claimNow();
  if (opinions().dataset.judgement === judgement) {
    // The same word again means: yes, and on.
    await goOn(true);
    return;
  }
  const words = `${kWords[judgement]} on ${now.claim}`;
  const body = { ...now, judgement };
  if (main().dataset.rules !== judgement) {
    const reason = await askReason(now.claim, kWords[judgement], main().dataset.rules);
    if (!reason) return;
    Object.assign(body, reason);
  }
  if (!(await write("/api/judge", body, words))) return;
  dropReason(now.claim);
  if (main().dataset.claim !== now.claim) return;
  if (!document.getElementById("go-on").checked && main().dataset.nextOpen) {
    document.getElementById("saved").textContent += ". Press again to go on.";
  }
  await goOn();
}

export async function clear() {
  const now = claimNow();
  if (now.seen === 0) {
    say("There is no judgement to clear.");
    return;
  }
  await write("/api/clear", now, `${now.claim} cleared`);
}

export async function defer() {
  const now = claimNow();
  if (opinions().dataset.status === "deferred") {
    say(`${now.claim} is deferred already.`);
    return;
  }
  const old = kWords[opinions().dataset.judgement];
  const words = `${now.claim} deferred${old ? `; your judgement “${old}” is taken off` : ""}`;
  if (!(await write("/api/defer", now, words))) return;
  document.getElementById("saved").textContent += `: ${words}`;
  if (main().dataset.claim === now.claim) await goOn();
}

export async function undo() {
  const { undo: entry, undoWords: words } = document.getElementById("progress").dataset;
  if (!words) {
    say("There is nothing left to undo.");
    return;
  }
  const outcome = await send("/api/undo", { entry: Number(entry) }, `Taking back ${words}`);
  if (outcome.kind === "discarded") return;
  takeStanding(outcome.answer.claim);
  if (outcome.kind === "saved") {
    say(`Undone: ${outcome.answer.undone}. ${outcome.answer.progress.words}.`);
    document.getElementById("saved").textContent = `Undone: ${outcome.answer.undone}`;
  }
  await catchUp();
}

export function startDeciding() {
  const bar = document.getElementById("bar");
  if (!bar) return;
  bar.hidden = false;
  for (const button of bar.querySelectorAll("[data-judge]")) {
    button.addEventListener("click", () => judge(button.dataset.judge));
  }
  document.getElementById("clear").addEventListener("click", clear);
  document.getElementById("defer").addEventListener("click", defer);
  document.getElementById("undo").addEventListener("click", undo);
  const next = document.getElementById("go-on");
  next.checked = readSetting("go-on", false);
  next.addEventListener("change", () => writeSetting("go-on", next.checked));
  showStanding();
}
