// Two windows of one person on one server: neither loses or overwrites what the other did. And a server that goes away
// while somebody decides.

import assert from "node:assert/strict";

import { hears, openWindow, scenario, takePicture } from "./support/browser.mjs";
import { isSaved, judgeButton, openClaim, progressSays, stands } from "./support/claim_page.mjs";
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

  running = await review(project, "Ada", "--port", running.port);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("This page belongs to a claimcheck that has ended.").first().waitFor();
  await page.locator("#unsaved").getByText("Long words about memory.").waitFor();
  await page.goto(running.link);
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
