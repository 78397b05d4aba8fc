// Two reviewers, each with a program of their own on one project, and the adjudicator after them.

import assert from "node:assert/strict";

import { openWindow, scenario, takePicture } from "./support/browser.mjs";
import { isReady, isSaved, isShown, judgeButton, openClaim, stands } from "./support/claim_page.mjs";
import { claimcheck, logOf, makeFolder, review, sampleProject } from "./support/program.mjs";

const project = sampleProject(makeFolder());

async function sit(name, ...options) {
  const running = await review(project, name, ...options);
  const page = await openWindow();
  await page.goto(running.link);
  return { page, running };
}

async function override(page, word, text) {
  await judgeButton(page, word).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("The same evidence leads me to another conclusion").click();
  await dialog.getByLabel("In your words").fill(text);
  await dialog.getByRole("button", { name: "Save this judgement" }).click();
  await isSaved(page);
}

async function finish(page) {
  await page.getByRole("link", { name: "Progress and finish" }).click();
  await page.getByRole("button", { name: "Finish my review" }).click();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page.getByText("You have finished this review.").waitFor();
}

/** Everything that `page` can get hold of about the claims. */
async function everyPage(page) {
  return page.evaluate(async () => {
    const texts = [];
    for (const address of ["/", "/summary", "/claim/C-01", "/claim/C-05", "/?between=disagree", "/api/changes?after=0"]) {
      texts.push(await (await fetch(address)).text());
    }
    return texts.join("\n");
  });
}

scenario("two reviewers stay blinded until both have finished; then they agree or are decided between", async () => {
  const ada = await sit("Ada");
  const ben = await sit("Ben");
  await openClaim(ada.page, "C-01");
  await judgeButton(ada.page, "Supported").click();
  await isSaved(ada.page);
  await openClaim(ada.page, "C-05");
  await override(ada.page, "Unsupported", "Ada thinks it is too strong.");
  await ada.page.getByLabel("Comment on this claim").fill("Ada wonders.");
  await ada.page.getByRole("button", { name: "Add this comment" }).click();
  await ada.page.getByText("Ada wonders.").waitFor();
  await finish(ada.page);
  assert.deepEqual([...new Set(logOf(project).map((entry) => entry.reviewer))], ["Ada"], "who looks in is no reviewer");

  await openClaim(ben.page, "C-05");
  await ben.page.getByText("Another reviewer judges this apart from you.").waitFor();
  assert.doesNotMatch(await everyPage(ben.page), /too strong|Ada wonders/);
  await judgeButton(ben.page, "Contested").click();
  await isSaved(ben.page);
  await ada.page.getByText("Two people judge these claims apart from each other.").waitFor();
  await openClaim(ben.page, "C-01");
  await judgeButton(ben.page, "Supported").click();
  await isSaved(ben.page);
  assert.doesNotMatch(await everyPage(ada.page), /data-judgement="contested"|Disagreement/);
  await ben.page.getByRole("link", { name: "Claims", exact: true }).click();
  assert.equal(await ben.page.getByText("Outcome").count(), 0);

  await finish(ben.page);
  await ben.page.getByText("both judged 2 claims and agree on 1 (50.0 %). Cohen's kappa").waitFor();
  await ada.page.getByText("both judged 2 claims and agree on 1 (50.0 %). Cohen's kappa").waitFor();
  await takePicture(ben.page, "agreement", 1600);
  assert.equal(await ben.page.getByRole("button", { name: "Reopen my review" }).count(), 0);
  await ben.page.getByRole("link", { name: "Claims on which they differ" }).click();
  assert.deepEqual(await ben.page.locator("a.to-claim").allInnerTexts(), ["C-05"]);
  await ben.page.getByRole("link", { name: "C-05" }).click();
  await ben.page.locator('.others [data-reviewer="Ada"]').getByText("Ada thinks it is too strong.").waitFor();
  await ben.page.getByText("Ada wonders.").waitFor();
  assert.equal(await ben.page.locator("#bar").count(), 0);

  const eve = await sit("Eve", "--adjudicate");
  await eve.page.locator("#count").getByText("1 of 12").waitFor();
  assert.match(eve.page.url(), /\?between=disagree$/, "the adjudicator begins where the two differ");
  assert.deepEqual(await eve.page.locator("a.to-claim").allInnerTexts(), ["C-05"]);
  await isReady(eve.page);
  await eve.page.locator("#filter-none").click();
  await eve.page.locator("#count").getByText("12 claims", { exact: true }).waitFor();
  await eve.page.getByLabel("Status").selectOption("open");
  await eve.page.locator("#count").getByText("11 of 12").waitFor();
  await eve.page.getByRole("link", { name: "C-05" }).click();
  await isShown(eve.page, "C-05");
  await eve.page.locator('.others [data-reviewer="Ben"]').getByText("Contested").waitFor();
  await takePicture(eve.page, "adjudicate");
  await override(eve.page, "Unsupported", "Ada is right.");
  await stands(eve.page, "unsupported");
  await eve.page.getByRole("link", { name: "All claims" }).click();
  await eve.page.locator("#list").waitFor();
  await isReady(eve.page);
  await eve.page.getByLabel("Status").selectOption("");
  await eve.page.locator('[data-claim="C-05"]').getByText("Decided by the adjudicator").waitFor();

  for (const each of [ada, ben, eve]) {
    assert.deepEqual(each.page.troubles, []);
    await each.running.stop();
  }
  assert.deepEqual(
    [...new Set(logOf(project).map((entry) => `${entry.reviewer}, ${entry.role}`))],
    ["Ada, reviewer", "Ben, reviewer", "Eve, adjudicator"],
  );
  assert.match(claimcheck("log", "verify", project), /the log holds/);
});

scenario("a name that is nearly another's is asked about before it takes a seat", async () => {
  const shared = sampleProject(makeFolder(), "june.project");
  const sitAt = async (name) => {
    const running = await review(shared, name);
    const page = await openWindow();
    await page.goto(running.link);
    return { page, running };
  };
  const anna = await sitAt("Anna Ito");
  await openClaim(anna.page, "C-01");
  await judgeButton(anna.page, "Supported").click();
  await isSaved(anna.page);
  await anna.running.stop();

  const ana = await sitAt("Ana Ito");
  await ana.page.getByRole("heading", { name: "Are you Anna Ito?" }).waitFor();
  await takePicture(ana.page, "name-question");
  await openClaim(ana.page, "C-04");
  await judgeButton(ana.page, "Unsupported").click();
  await ana.page.locator('#saved[data-state="refused"]').waitFor();
  await ana.page.getByLabel("Comment on this claim").fill("Half a thought");
  assert.equal(logOf(shared).length, 2, "nothing is written before it is answered");
  await ana.page.getByRole("button", { name: "I am Anna Ito" }).click();
  await ana.page.getByText("Anna Ito, reviewer").waitFor();
  await isReady(ana.page);
  assert.equal(await ana.page.getByRole("heading", { name: "Are you Anna Ito?" }).count(), 0);
  assert.equal(await ana.page.getByLabel("Comment on this claim").inputValue(), "Half a thought");
  await judgeButton(ana.page, "Unsupported").click();
  await isSaved(ana.page);
  assert.deepEqual([...new Set(logOf(shared).map((entry) => entry.reviewer))], ["Anna Ito"]);
  await ana.running.stop();

  const same = await sitAt(" anna  ito ");
  await same.page.getByText("Anna Ito, reviewer").waitFor();
  await same.page.locator("#progress").getByText("2 of 12 judged").waitFor();
  await same.running.stop();

  const other = await sitAt("Ana Ito");
  await other.page.getByRole("button", { name: "I am another person: Ana Ito" }).click();
  await other.page.getByText("Ana Ito, reviewer").waitFor();
  await openClaim(other.page, "C-01");
  await other.page.keyboard.press("d");
  await other.page.locator("#saved").getByText("Your review begins with your first judgement or comment.").waitFor();
  assert.equal(logOf(shared).filter((entry) => entry.reviewer === "Ana Ito").length, 0, "putting aside takes no seat");
  await other.page.keyboard.press("1");
  await isSaved(other.page);
  assert.equal(logOf(shared).filter((entry) => entry.reviewer === "Ana Ito").length, 2);
  await other.running.stop();
});
