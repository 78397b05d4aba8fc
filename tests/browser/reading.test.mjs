// What a reader has in sight: the claim's sentence, its evidence first, rows that are links, and what was not found.

import assert from "node:assert/strict";

import { openWindow, scenario, takePicture } from "./support/browser.mjs";
import { isReady, isShown, openClaim } from "./support/claim_page.mjs";
import { makeFolder, review, sampleProject } from "./support/program.mjs";

const project = sampleProject(makeFolder());

async function begin(options = {}) {
  const running = await review(project, "Ada");
  const page = await openWindow({ reducedMotion: "reduce", ...options });
  await page.goto(running.link);
  await isReady(page);
  return { page, running };
}

function topOf(page, selector) {
  return page.locator(selector).evaluate((each) => each.getBoundingClientRect().top + scrollY);
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
  scenario(`the claim stays in sight while one reads on: ${viewport.width} px`, async () => {
    const { page, running } = await begin({ viewport });
    await openClaim(page, "C-05");
    const words = await page.locator("#claim-text").innerText();
    assert.ok(await page.locator("#claim-line").isHidden(), "once is enough");
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.locator("#claim-line").waitFor();
    assert.ok((await page.locator("#claim-line").innerText()).includes(words));
    const box = await page.locator("#claim-line").boundingBox();
    assert.ok(box.y === 0 && box.height < 100, JSON.stringify(box));
    await takePicture(page, `claim-line-${viewport.width}`);
    await page.keyboard.press("k");
    await isShown(page, "C-04");
    await page.locator("#claim-line").waitFor({ state: "hidden" });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.locator("#claim-line").getByText("C-04").waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.locator("#claim-line").waitFor({ state: "hidden" });
    await page.keyboard.press("j");
    await isShown(page, "C-05");
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    const isUnderLine = await page.evaluate(() => {
      const line = document.getElementById("claim-line").getBoundingClientRect();
      return line.height > 0 && document.activeElement.getBoundingClientRect().top < line.bottom - 1;
    });
    assert.equal(isUnderLine, false, "a quote that one steps to is not behind the line");
    assert.deepEqual(page.troubles, []);
    await running.stop();
  });
}

scenario("evidence comes before what the article says", async () => {
  const { page, running } = await begin();
  await openClaim(page, "C-05");
  assert.ok((await topOf(page, "#evidence-title")) < (await topOf(page, "#passage-title")));
  await running.stop();
});

for (const width of [1280, 320]) {
  scenario(`a row is a link as a whole: ${width} px`, async () => {
    const { page, running } = await begin({ viewport: { width, height: 640 } });
    const text = page.locator('[data-claim="C-03"] .claim-text bdi');
    await text.scrollIntoViewIfNeeded();
    const box = await text.boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await isShown(page, "C-03");
    await running.stop();
  });
}

scenario("claims for which nothing was found are listed by themselves", async () => {
  const { page, running } = await begin();
  const link = page.locator(".shortcuts a");
  const count = Number(/Nothing was found for (\d+) claim/.exec(await link.innerText())[1]);
  await link.click();
  await page.locator("#count").getByText(`${count} of 12`).waitFor();
  assert.equal(await page.getByLabel("Evidence").inputValue(), "nothing");
  await isReady(page);
  await page.locator("a.to-claim").first().click();
  await page.getByText("There is no quote for or against this claim.").waitFor();
  await running.stop();
});
