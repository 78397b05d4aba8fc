// The whole journey with the mouse: from the link in the terminal to a finished review, and what the program says after.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { openWindow, scenario, takePicture } from "./support/browser.mjs";
import { barButton, isReady, isSaved, isShown, judgeButton, openClaim, progressSays, stands } from "./support/claim_page.mjs";
import { claimcheck, logOf, makeFolder, review, sampleProject } from "./support/program.mjs";

const kReports = [
  ["Report (HTML)", "--html", "may.html"],
  ["Claims matrix (Excel)", "--xlsx", "may.xlsx"],
  ["Claims matrix (CSV)", "--csv", "may.csv"],
  ["Report (Markdown)", "--md", "may.md"],
];

function rows(page) {
  return page.locator("a.to-claim").allInnerTexts();
}

async function shows(page, words) {
  await page.locator("#count").getByText(words, { exact: true }).waitFor();
}

scenario("a review by mouse", async () => {
  const folder = makeFolder();
  const project = sampleProject(folder);
  const running = await review(project, "Ada");
  const page = await openWindow();
  await page.goto(running.link);
  assert.ok(!page.url().includes("token"), "the secret must not stay in the address");
  await shows(page, "12 claims");
  await takePicture(page, "list");

  await page.getByLabel("Tool's tag").selectOption("contested");
  await shows(page, "1 of 12 claims");
  assert.deepEqual(await rows(page), ["C-05"]);
  assert.match(page.url(), /\?tag=contested$/);
  await page.reload();
  assert.deepEqual(await rows(page), ["C-05"], "the filter stands in the address");
  await page.locator("#filter-none").click();
  await shows(page, "12 claims");
  await page.getByLabel("Search").fill("side effects");
  await shows(page, "3 of 12 claims");
  assert.deepEqual(await rows(page), ["C-07", "C-08", "C-09"]);
  await page.getByRole("link", { name: "C-08" }).click();
  await isShown(page, "C-08");
  await page.getByText("Claim 2 of 3 shown:").waitFor();
  await page.getByRole("link", { name: "Next" }).click();
  await isShown(page, "C-09");
  await page.goBack();
  await isShown(page, "C-08");
  await page.getByRole("link", { name: "All claims" }).click();
  await shows(page, "3 of 12 claims");
  await isReady(page);
  await page.locator("#filter-none").click();
  await shows(page, "12 claims");

  await openClaim(page, "C-01");
  await judgeButton(page, "Supported").click();
  await isSaved(page);
  await stands(page, "supported");
  await progressSays(page, "1 of 12 judged");

  await page.getByRole("link", { name: "Next" }).click();
  await isShown(page, "C-02");
  await takePicture(page, "claim");
  await judgeButton(page, "Supported").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("You judge C-02 “Supported”; the tool says “Unsupported”.").waitFor();
  await dialog.getByRole("button", { name: "Save this judgement" }).click();
  await dialog.getByText("Choose a reason.").waitFor();
  await dialog.getByLabel("There is evidence that the tool did not find").click();
  await dialog.getByText("Choose a reason.").waitFor({ state: "hidden" });
  await dialog.getByLabel("In your words").fill("A later trial says so.");
  await takePicture(page, "dialog");
  await dialog.getByRole("button", { name: "Save this judgement" }).click();
  await isSaved(page);
  await stands(page, "supported");
  await page.locator("#opinions").getByText("A later trial says so.").waitFor();

  await page.getByLabel("Comment on this claim").fill("Ask the author for the source.");
  await page.getByRole("button", { name: "Add this comment" }).click();
  await page.locator(".comments").getByText("Ask the author for the source.").waitFor();

  await page.getByRole("link", { name: "Next" }).click();
  await isShown(page, "C-03");
  await barButton(page, "Defer").click();
  await stands(page, "", "deferred");
  await page.getByLabel("Then go to the next open claim").check();
  await page.getByRole("link", { name: "Next" }).click();
  await isShown(page, "C-04");
  await judgeButton(page, "Unsupported").click();
  await isShown(page, "C-05");
  await progressSays(page, "3 of 12 judged");

  await barButton(page, "Undo").click();
  await progressSays(page, "2 of 12 judged");
  await barButton(page, "Undo").click();
  await page.locator("#saved").getByText("Undone: the deferral of C-03").waitFor();
  await page.getByLabel("Then go to the next open claim").uncheck();

  await page.getByRole("link", { name: "Progress and finish" }).click();
  await page.getByText("2 of 12 judged").first().waitFor();
  await page.getByRole("link", { name: "1 judged otherwise than the tool" }).click();
  assert.deepEqual(await rows(page), ["C-02"]);
  await page.getByRole("link", { name: "Progress and finish" }).click();
  await page.getByRole("button", { name: "Finish my review" }).click();
  await page.getByRole("dialog").getByText("10 claims are still open").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Finish", exact: true }).click();
  await page.getByText("You have finished this review.").waitFor();
  await page.getByRole("heading", { name: "What comes next" }).waitFor();
  await takePicture(page, "finished", 1000);
  for (const [link, option, name] of kReports) {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), name);
    const wanted = join(folder, name);
    claimcheck("export", project, option, wanted);
    assert.ok(readFileSync(await download.path()).equals(readFileSync(wanted)), `${name} is what export writes`);
  }
  assert.ok(page.url().includes("/summary"), "the page stays");
  assert.deepEqual(page.troubles, []);
  assert.match(await running.stop(), /Stopped\. Ada: 2 of 12 judged, 10 open \(finished\)/);

  const log = logOf(project);
  assert.deepEqual(
    log.map((entry) => [entry.action, entry.claim ?? "", entry.judgement ?? ""]),
    [
      ["joined", "", ""],
      ["judged", "C-01", "supported"],
      ["judged", "C-02", "supported"],
      ["commented", "C-02", ""],
      ["deferred", "C-03", ""],
      ["judged", "C-04", "unsupported"],
      ["undone", "", ""],
      ["undone", "", ""],
      ["finished", "", ""],
    ],
  );
  assert.equal(log[2].reason, "evidence_missing");
  assert.equal(log[2].text, "A later trial says so.");
  assert.match(claimcheck("log", "verify", project), /the log holds\. Entries: 9, the last on .* by Ada/);
  const exported = JSON.parse(claimcheck("export", project, "--json", "-"));
  assert.equal(exported.claims.length, 12);
});
