// axe-core on every kind of page and dialog, light and dark: no serious and no critical violation.

import assert from "node:assert/strict";

import { openWindow, scenario, takePicture } from "./support/browser.mjs";
import { isSaved, judgeButton, openClaim } from "./support/claim_page.mjs";
import { axeSource } from "./support/modules.mjs";
import { makeFolder, review, sampleProject } from "./support/program.mjs";

const kGrave = ["serious", "critical"];

async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((each) => ({
    impact: each.impact,
    words: `${each.impact}: ${each.id}: ${each.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")}`,
  }));
}

async function isFine(page, where) {
  const found = await violations(page);
  for (const each of found) console.log(`# ${where}: ${each.words}`);
  assert.deepEqual(found.filter((each) => kGrave.includes(each.impact)).map((each) => each.words), [], where);
}

async function lookAtAll(page, link, scheme) {
  await page.goto(link);
  await isFine(page, "list");
  await takePicture(page, `list-${scheme}`);
  await page.getByLabel("Search").fill("nothing is like this");
  await page.getByText("No claim fits these filters.").waitFor();
  await isFine(page, "empty list");
  await page.locator("#filter-none").click();
  await openClaim(page, "C-01");
  await page.getByLabel("Show whole abstracts").check();
  await isFine(page, "claim");
  await openClaim(page, "C-05");
  await takePicture(page, `claim-${scheme}`, 1600);
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  await isFine(page, "contested claim, unfolded");
  await judgeButton(page, "Supported").click();
  await page.getByRole("button", { name: "Save this judgement" }).click();
  await isFine(page, "override dialog");
  await takePicture(page, `dialog-${scheme}`);
  await page.getByLabel("A quote does not say what the tool took it to say").click();
  await page.getByRole("button", { name: "Save this judgement" }).click();
  await isSaved(page);
  await isFine(page, "judged claim");
  await page.route("**/api/comment", (route) => route.abort());
  await page.getByLabel("Comment on this claim").fill("Unsent");
  await page.getByRole("button", { name: "Add this comment" }).click();
  await page.locator("#unsaved").getByText("Unsent").waitFor();
  await isFine(page, "not saved");
  await page.locator("#unsaved").getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByRole("dialog").waitFor();
  await isFine(page, "keys");
  await takePicture(page, `keys-${scheme}`);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.getByRole("link", { name: "Help", exact: true }).click();
  await page.getByRole("heading", { name: "Help" }).waitFor();
  await isFine(page, "help");
  await takePicture(page, `help-${scheme}`, 1600);
  await page.getByRole("link", { name: "Progress and finish" }).first().click();
  await page.getByRole("button", { name: "Finish my review" }).click();
  await isFine(page, "finish dialog");
  await page.getByRole("button", { name: "Not yet" }).click();
  await isFine(page, "summary");
  await takePicture(page, `summary-${scheme}`, 1600);
}

async function lookAtNameQuestion(project, name) {
  const running = await review(project, name);
  for (const colorScheme of ["light", "dark"]) {
    const page = await openWindow({ colorScheme });
    await page.goto(running.link);
    await page.getByRole("heading", { name: "Are you Ada?" }).waitFor();
    await isFine(page, `whose name it is, ${colorScheme}`);
  }
  await running.stop();
}

for (const scheme of ["light", "dark"]) {
  scenario(`axe finds nothing grave, ${scheme}`, async () => {
    const running = await review(sampleProject(makeFolder()), "Ada");
    const page = await openWindow({ colorScheme: scheme });
    await lookAtAll(page, running.link, scheme);
    await running.stop();
  });
}

scenario("axe finds nothing grave where two reviewers are compared and for who only reads", async () => {
  const project = sampleProject(makeFolder());
  for (const name of ["Ada", "Ben"]) {
    const running = await review(project, name);
    const page = await openWindow();
    await page.goto(running.link);
    await openClaim(page, "C-01");
    await judgeButton(page, "Supported").click();
    await isSaved(page);
    await page.getByRole("link", { name: "Progress and finish" }).click();
    await page.getByRole("button", { name: "Finish my review" }).click();
    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await page.getByText("You have finished this review.").waitFor();
    await isFine(page, `finished, ${name}`);
    await page.context().close();
    await running.stop();
    if (name === "Ada") await lookAtNameQuestion(project, "Adam");
  }
  const running = await review(project, "", "--read-only");
  for (const colorScheme of ["light", "dark"]) {
    const page = await openWindow({ colorScheme });
    await page.goto(running.link);
    await isFine(page, `compared list, ${colorScheme}`);
    await openClaim(page, "C-01");
    await isFine(page, `compared claim, ${colorScheme}`);
    await page.getByRole("link", { name: "Progress and finish" }).click();
    await page.getByRole("heading", { name: "Agreement" }).waitFor();
    await isFine(page, `agreement, ${colorScheme}`);
  }
  await running.stop();
});
