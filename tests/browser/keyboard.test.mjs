// The whole journey without the mouse: single keys, and Tab, Enter and Escape for what has no key.

import assert from "node:assert/strict";

import { hears, openWindow, scenario } from "./support/browser.mjs";
import { isSaved, isShown, progressSays, stands } from "./support/claim_page.mjs";
import { focusComesTo, isFocused, tabTo } from "./support/keyboard.mjs";
import { logOf, makeFolder, review, sampleProject } from "./support/program.mjs";

const project = sampleProject(makeFolder());

async function begin() {
  const running = await review(project, "Ada");
  const page = await openWindow();
  await page.goto(running.link);
  return { page, press: (key) => page.keyboard.press(key), running };
}

scenario("a review by keyboard", async () => {
  const { page, press, running } = await begin();

  await press("Tab");
  assert.ok(await isFocused(page, "a.skip"), "the first stop skips to the content");
  await press("/");
  await focusComesTo(page, "#filter-q");
  await page.keyboard.type("1d4");
  await hears(page, /0 of 12 claims shown/);
  assert.equal(await page.locator("#filter-q").inputValue(), "1d4", "keys do nothing while one writes");
  await press("Control+a");
  await press("Delete");
  await hears(page, /^12 claims shown/);
  assert.ok(await isFocused(page, "#filter-q"), "the focus stays while the list changes");
  await tabTo(page, "a.to-claim");
  await press("j");
  await press("j");
  await press("k");
  assert.ok(await isFocused(page, '[data-claim="C-02"] a.to-claim'));
  await press("k");
  await press("Enter");
  await isShown(page, "C-01");

  await press("1");
  await isSaved(page);
  await stands(page, "supported");
  await hears(page, /Saved: Supported on C-01\. 1 of 12 judged/);
  await page.locator("#saved").getByText("Press again to go on.").waitFor();
  await press("j");
  await isShown(page, "C-02");
  await focusComesTo(page, "#claim-title");

  await press("1");
  await focusComesTo(page, "#override-dialog input[type=radio]");
  await press("Enter");
  await page.getByText("Choose a reason.").waitFor();
  await press("Escape");
  await focusComesTo(page, "#claim-title");
  await stands(page, "");
  await press("2");
  await focusComesTo(page, "#override-dialog input[type=radio]");
  await press("Space");
  await press("ArrowDown");
  await press("ArrowDown");
  await press("Tab");
  await page.keyboard.type("The trial was in another group, j d 0.");
  await tabTo(page, "#override-save");
  await press("Enter");
  await hears(page, /Saved: Contested on C-02/);
  await stands(page, "contested");
  await focusComesTo(page, "#claim-title");

  await press("c");
  await focusComesTo(page, "#comment-text");
  await page.keyboard.type("4 trials?");
  await press("Control+Enter");
  await hears(page, /Comment on C-02 saved/);
  assert.ok(await isFocused(page, "#comment-text"), "the focus stays in the field");
  await page.keyboard.type("Not yet sent");
  await press("Escape");
  await focusComesTo(page, "#comment");
  assert.equal(await page.locator("#comment-text").inputValue(), "Not yet sent", "Escape keeps what was typed");
  await press("j");
  await isShown(page, "C-03");
  await press("k");
  await isShown(page, "C-02");
  assert.equal(await page.locator("#comment-text").inputValue(), "Not yet sent");
  await press("c");
  await focusComesTo(page, "#comment-text");
  await press("Control+a");
  await press("Delete");
  await tabTo(page, "#previous", "Shift+Tab");

  await press("n");
  await focusComesTo(page, "#finding-1");
  await press("p");
  await hears(page, /That was the first quote/);
  await press("d");
  await stands(page, "", "deferred");
  await hears(page, /C-02 deferred; your judgement “Contested” is taken off/);
  await page.locator("#saved").getByText("your judgement “Contested” is taken off").waitFor();
  await focusComesTo(page, "#finding-1");
  await press("u");
  await hears(page, /Undone: the deferral of C-02/);
  await stands(page, "contested");
  await press("0");
  await hears(page, /C-02 cleared/);
  await stands(page, "");
  await press("u");
  await stands(page, "contested");
  await press("k");
  await isShown(page, "C-01");
  await press("k");
  await hears(page, /first claim of the list/);
  await press("3");
  await focusComesTo(page, "#override-dialog input[type=radio]");
  await press("Escape");
  await press("j");
  await isShown(page, "C-02");
  await press("j");
  await isShown(page, "C-03");
  await press("4");
  await hears(page, /Cannot be checked on C-03.*Press it again for the next open claim/);
  await progressSays(page, "3 of 12 judged");
  await press("4");
  await isShown(page, "C-04");
  await press("/");
  await focusComesTo(page, "#filter-q");
  await page.keyboard.type("side effects");
  await press("Enter");
  await isShown(page, "C-07");
  assert.match(page.url(), /\?q=side/, "the search stays");
  await press("/");
  await focusComesTo(page, "#filter-q");
  await press("Control+a");
  await page.keyboard.type("1d4");
  await press("Enter");
  await hears(page, /No claim fits these filters/);

  await tabTo(page, 'a[href="/summary"]', "Shift+Tab");
  await press("Enter");
  await page.locator("#finish").waitFor();
  await tabTo(page, "#finish");
  await press("Enter");
  await focusComesTo(page, "#finish-dialog button");
  await press("Escape");
  await focusComesTo(page, "#finish");
  await press("Enter");
  await tabTo(page, "#finish-confirm");
  await press("Enter");
  await page.getByText("You have finished this review.").waitFor();
  await tabTo(page, "#reopen");
  await press("Enter");
  await page.locator("#finish").waitFor();
  assert.deepEqual(page.troubles, []);
  await running.stop();

  assert.deepEqual(
    logOf(project).map((entry) => entry.action),
    ["joined", "judged", "judged", "commented", "deferred", "undone", "cleared", "undone", "judged", "finished", "reopened"],
  );
});

scenario("keys are changed and switched off", async () => {
  const { page, press, running } = await begin();
  await press("j");
  await press("Enter");
  await isShown(page, "C-01");
  const before = logOf(project).length;

  await press("?");
  await focusComesTo(page, "#keys-on");
  await press("2");
  await press("Space");
  await press("Escape");
  await page.locator("#keys-dialog").waitFor({ state: "hidden" });
  assert.equal(await page.locator("kbd:visible").count(), 0, "no button names a key that does nothing");
  for (const key of ["2", "d", "j", "?"]) await press(key);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await isShown(page, "C-01");

  await tabTo(page, "#open-keys", "Shift+Tab");
  await press("Enter");
  await focusComesTo(page, "#keys-on");
  await press("Space");
  await tabTo(page, "#key-defer");
  await page.keyboard.type("j");
  await press("Tab");
  await page.getByText("“j” already does this: Next claim.").waitFor();
  await press("Shift+Tab");
  await page.keyboard.type("x");
  await press("Tab");
  await press("Escape");
  await page.locator("#defer kbd").getByText("x").waitFor();
  await press("d");
  await press("x");
  await stands(page, "", "deferred");
  await press("u");
  await stands(page, "supported");
  assert.equal(logOf(project).length, before + 2, "the key of before does nothing any more");
  await page.reload();
  await press("x");
  await stands(page, "", "deferred");
  await press("?");
  await tabTo(page, "#keys-reset");
  await press("Enter");
  await press("Escape");
  await press("u");
  await page.locator("#defer kbd").getByText("d").waitFor();
  assert.deepEqual(page.troubles, []);
  await running.stop();
});
