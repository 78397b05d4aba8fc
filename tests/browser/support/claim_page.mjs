// The claim view as a person sees it.

import assert from "node:assert/strict";

/** Waits until the scripts of the page listen; what is clicked or typed before that is lost. */
export async function isReady(page) {
  await page.locator("#open-keys").waitFor();
}

export async function openClaim(page, id) {
  if (new URL(page.url()).pathname !== "/") await page.getByRole("link", { name: "Claims", exact: true }).click();
  await page.locator("#list").waitFor();
  await isReady(page);
  await page.getByRole("link", { name: id, exact: true }).click();
  await isShown(page, id);
}

export async function isShown(page, id) {
  await page.locator(`#main[data-claim="${id}"]`).waitFor();
  await isReady(page);
}

export function judgeButton(page, word) {
  return page.locator(".bar-judge").getByRole("button", { name: word, exact: true });
}

export function barButton(page, word) {
  return page.locator(".bar-more").getByRole("button", { name: word, exact: true });
}

/** Waits for the visible word that what was done is on the disk. */
export async function isSaved(page) {
  await page.locator('#saved[data-state="saved"]').waitFor();
}

/** Waits until the bar and the words beside the claim say `judgement` ("" for none). */
export async function stands(page, judgement, status = judgement === "" ? "open" : "judged") {
  await page.locator(`#opinions[data-judgement="${judgement}"][data-status="${status}"]`).waitFor();
  const pressed = await page.locator(".bar-judge [aria-pressed=true]").evaluateAll((all) => all.map((each) => each.dataset.judge));
  assert.deepEqual(pressed, judgement === "" ? [] : [judgement]);
}

export async function progressSays(page, words) {
  await page.locator("#progress").getByText(words).waitFor();
}
