// From quote to quote, and whole abstracts open or folded.

import { say } from "./announce.js";
import { readSetting, writeSetting } from "./settings.js";

function quotes() {
  return [...document.querySelectorAll("[data-finding]")];
}

export function step(by) {
  const all = quotes();
  if (all.length === 0) {
    say("There is no quote on this claim.");
    return;
  }
  const at = all.findIndex((each) => each.contains(document.activeElement));
  const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  if (to < 0 || to >= all.length) {
    say(by > 0 ? "That was the last quote." : "That was the first quote.");
    return;
  }
  for (let fold = all[to].closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  all[to].focus({ preventScroll: true });
  // Between the claim's line and the bar there may be less room than a quote takes: then its beginning is shown.
  const isTall = all[to].offsetHeight > innerHeight / 3;
  all[to].scrollIntoView({ block: isTall ? "start" : "nearest" });
}

function showAbstracts(open) {
  for (const fold of document.querySelectorAll("details.abstract")) fold.open = open;
}

/** For each claim that is shown anew. */
export function showEvidence() {
  const choice = document.getElementById("open-abstracts");
  if (!choice) return;
  for (const tools of document.querySelectorAll("#main .tools")) tools.hidden = false;
  choice.checked = readSetting("open-abstracts", false);
  showAbstracts(choice.checked);
  choice.addEventListener("change", () => {
    writeSetting("open-abstracts", choice.checked);
    showAbstracts(choice.checked);
  });
  document.getElementById("next-evidence").addEventListener("click", () => step(1));
  document.getElementById("previous-evidence").addEventListener("click", () => step(-1));
}
