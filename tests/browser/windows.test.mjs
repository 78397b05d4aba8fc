// Two windows of one person on one server: neither loses or overwrites what the other did. And a server that goes away
// while somebody decides.

import assert from "node:assert/strict";

import { hears, openTab, openWindow, scenario, takePicture } from "./support/browser.mjs";
import { isSaved, isShown, judgeButton, openClaim, progressSays, stands } from "./support/claim_page.mjs";
import { logOf, makeFolder, review, sampleProject } from "./support/program.mjs";

const project = sampleProject(makeFolder());

function judged(claim) {
  return logOf(project).filter((entry) => entry.action === "judged" && entry.claim === claim);
}

async function windowOn(running, claim) {
  const page = await openWindow();
  await page.goto(running.link);
  await openClaim(page, claim);
  return page;
}

scenario("a second window sees what the first decided, and overwrites nothing it has not seen", async () => {
  const running = await review(project, "Ada");
  const first = await windowOn(running, "C-01");
  const second = await windowOn(running, "C-01");
  await second.getByLabel("Comment on this claim").fill("half a sent");
  await judgeButton(first, "Supported").click();
  await isSaved(first);
  await stands(second, "supported");
  await progressSays(second, "1 of 12 judged");
  assert.equal(await second.getByLabel("Comment on this claim").inputValue(), "half a sent");

  await openClaim(first, "C-04");
  await openClaim(second, "C-04");
  await second.route("**/api/changes*", (route) => route.fulfill({ json: { changed: false } }));
  await judgeButton(first, "Unsupported").click();
  await isSaved(first);
  await judgeButton(second, "Contested").click();
  const dialog = second.getByRole("dialog");
  await dialog.getByLabel("There is evidence that the tool did not find").click();
  await dialog.getByLabel("In your words").fill("Words that must not vanish.");
  await dialog.getByRole("button", { name: "Save this judgement" }).click();
  const refusal = second.locator('#saved[data-state="refused"]');
  await refusal.waitFor();
  await hears(second, /.+/, "alert");
  await takePicture(second, "stale");
  await stands(second, "unsupported");
  assert.equal(judged("C-04").length, 1, "nothing is written over what the window has not seen");
  await judgeButton(second, "Contested").click();
  assert.equal(await dialog.getByLabel("In your words").inputValue(), "Words that must not vanish.");
  await dialog.getByRole("button", { name: "Save this judgement" }).click();
  await isSaved(second);
  assert.equal(judged("C-04").length, 2);
  assert.deepEqual([...first.troubles, ...second.troubles].filter((each) => !each.includes("409")), []);
  await running.stop();
});

scenario("what was not saved stays in sight and is sent again once, by the button or by itself", async () => {
  const running = await review(project, "Ada");
  const page = await windowOn(running, "C-07");
  await page.route("**/api/judge", (route) => route.abort());
  await judgeButton(page, "Unsupported").click();
  await page.locator("#saved").getByText("Not saved. claimcheck does not answer.").waitFor();
  await hears(page, /^Not saved/, "alert");
  await page.locator("#unsaved").getByText("Unsupported on C-07").waitFor();
  assert.equal(judged("C-07").length, 0);
  await takePicture(page, "not-saved");
  await page.unroute("**/api/judge");
  await page.getByRole("button", { name: "Try again" }).click();
  await isSaved(page);
  await stands(page, "unsupported");
  assert.equal(judged("C-07").length, 1);

  await openClaim(page, "C-08");
  await page.route("**/api/judge", (route) => route.abort());
  await judgeButton(page, "Unsupported").click();
  await page.locator('#saved[data-state="unsaved"]').waitFor();
  await page.unroute("**/api/judge");
  await isSaved(page);
  assert.equal(judged("C-08").length, 1);
  await running.stop();
});

scenario("when the program is gone nothing typed is lost, and the next one takes it", async () => {
  let running = await review(project, "Ada");
  const page = await windowOn(running, "C-10");
  await running.kill();
  await judgeButton(page, "Supported").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Another reason, which I write down").click();
  await dialog.getByLabel("In your words").fill("Long words about memory.");
  await dialog.getByRole("button", { name: "Save this judgement" }).click();
  await page.locator('#saved[data-state="unsaved"]').waitFor();
  await page.getByLabel("Comment on this claim").fill("And a comment.");
  await page.getByRole("button", { name: "Add this comment" }).click();
  await page.locator("#unsaved").getByText("Supported on C-10: Long words about memory.").waitFor();
  await page.locator("#unsaved").getByText("Comment on C-10: And a comment.").waitFor();
  await page.getByLabel("Comment on this claim").fill("Not even sent");
  await page.locator("#gone").waitFor({ timeout: 20000 });
  await takePicture(page, "gone");

  await page.getByRole("link", { name: "Next", exact: false }).first().click();
  assert.equal(await page.locator("#main").getAttribute("data-claim"), "C-10", "it does not leave for a page that is not there");

  running = await review(project, "Ada");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("This page belongs to a claimcheck that has ended.").first().waitFor();
  await page.locator("#unsaved").getByText("Long words about memory.").waitFor();
  await page.goto(running.link);
  await page.locator("#unsaved").getByText("Comment on C-10: And a comment.").waitFor();
  await page.getByRole("link", { name: "Progress and finish" }).click();
  await page.getByRole("button", { name: "Finish my review" }).click();
  await page.getByText("Something that you did in this window is not saved yet").waitFor();
  await takePicture(page, "unsent");
  await openClaim(page, "C-10");
  assert.equal(await page.getByLabel("Comment on this claim").inputValue(), "Not even sent");
  await page.getByText("Not saved before this page was loaded again.").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await isSaved(page);
  await page.locator(".comments").getByText("And a comment.").waitFor({ timeout: 10000 });
  assert.equal(judged("C-10").length, 1);
  assert.equal(judged("C-10")[0].text, "Long words about memory.");
  await page.locator("#unsaved").waitFor({ state: "hidden" });
  await running.stop();
});

scenario("a window that was left open goes on when the program is started again; another person's never does", async () => {
  let running = await review(project, "Ada");
  const page = await windowOn(running, "C-09");
  await running.kill();
  await judgeButton(page, "Supported").click();
  await page.getByRole("dialog").getByLabel("There is evidence that the tool did not find").click();
  await page.getByRole("dialog").getByRole("button", { name: "Save this judgement" }).click();
  await page.locator('#saved[data-state="unsaved"]').waitFor();
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; });
  await page.getByRole("button", { name: "Copy as text" }).click();
  assert.equal(await page.evaluate(() => window.copied), "Supported on C-09");

  const ben = await review(project, "Ben", "--port", running.port);
  const his = await openTab(page.context());
  await his.goto(ben.link);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("#saved").getByText("This window was opened for another person").waitFor();
  await page.locator("#other-seat").waitFor({ timeout: 10000 });
  assert.equal(logOf(project).filter((entry) => entry.reviewer === "Ben").length, 0);
  await ben.stop();

  running = await review(project, "Ada");
  await his.goto(running.link);
  await page.getByRole("button", { name: "Try again" }).click();
  await isSaved(page);
  await stands(page, "supported");
  assert.equal(judged("C-09").length, 1);
  assert.equal(judged("C-09")[0].reviewer, "Ada");
  await running.stop();
});

scenario("an answer that comes late does not show one claim's judgement under another claim", async () => {
  const running = await review(project, "Ada");
  const page = await windowOn(running, "C-04");
  let letGo;
  const held = new Promise((done) => (letGo = done));
  let isAsked;
  const asked = new Promise((done) => (isAsked = done));
  await page.route("**/claim/C-04", async (route) => {
    const answer = await route.fetch();
    isAsked();
    await held;
    await route.fulfill({ response: answer });
  });
  await page.keyboard.press("d");
  await isSaved(page);
  await asked;
  await page.keyboard.press("j");
  await isShown(page, "C-05");
  letGo();
  await page.waitForTimeout(300);
  await stands(page, "", "open");
  assert.equal(await page.locator("#main").getAttribute("data-claim"), "C-05");
  await running.stop();
});

scenario("“Saved” is not said while something else is still on its way, and a refusal stays in sight", async () => {
  const running = await review(project, "Ada");
  const page = await windowOn(running, "C-02");
  let letGo;
  const held = new Promise((done) => (letGo = done));
  await page.route("**/api/*", async (route) => {
    if (route.request().url().endsWith("/api/comment")) await held;
    await route.continue();
  });
  await page.keyboard.press("d");
  await page.getByLabel("Comment on this claim").fill("Still on its way.");
  await page.getByRole("button", { name: "Add this comment" }).click();
  await stands(page, "", "deferred");
  assert.equal(await page.locator("#saved").getAttribute("data-state"), "saving");
  letGo();
  await isSaved(page);

  await page.unroute("**/api/*");
  await page.route("**/api/*", (route) => route.abort());
  await page.getByLabel("Comment on this claim").evaluate((field) => field.removeAttribute("maxlength"));
  await page.getByLabel("Comment on this claim").fill("ä".repeat(4001));
  await page.getByRole("button", { name: "Add this comment" }).click();
  await page.getByRole("button", { name: "Clear", exact: false }).first().click();
  await page.locator("#unsaved li").nth(1).waitFor();
  await page.unroute("**/api/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await isSaved(page);
  await page.locator("#unsaved").getByText("shorten it").waitFor();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.locator("#unsaved").waitFor({ state: "hidden" });
  await running.stop();
});
