// Small windows, large type, dark, paper, and browsers without scripts.

import assert from "node:assert/strict";

import { openWindow, scenario, takePicture } from "./support/browser.mjs";
import { isSaved, judgeButton, openClaim } from "./support/claim_page.mjs";
import { makeFolder, review, sampleProject } from "./support/program.mjs";

const kAddresses = ["/", "/claim/C-01", "/claim/C-05", "/summary", "/help"];
const project = sampleProject(makeFolder());

/** What sticks out of the window or is cut off by what it is in. */
function findCutOff() {
  const found = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${wide}`);
  for (const each of document.querySelectorAll("body *")) {
    const style = getComputedStyle(each);
    const box = each.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || style.visibility === "hidden" || each.closest(".unseen, .skip, .wide")) continue;
    if (box.right > wide + 1 || box.left < -1) found.push(`sticks out: ${each.outerHTML.slice(0, 100)}`);
    const cuts = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis";
    if (cuts && each.scrollWidth > each.clientWidth + 1) found.push(`cut off: ${each.outerHTML.slice(0, 100)}`);
    if (each.matches("button, select, .tag") && each.scrollWidth > each.clientWidth + 1 && style.display !== "inline") {
      found.push(`too narrow for its words: ${each.outerHTML.slice(0, 100)}`);
    }
  }
  return found.slice(0, 5);
}

/** Targets under 24 px that are neither a link within a sentence nor 24 px from any other (WCAG 2.5.8). */
function findSmallTargets() {
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .map((each) => each.closest("label") ?? each)
    .filter((each) => each.checkVisibility() && !each.closest(".unseen, .skip"))
    .map((each) => ({ each, box: each.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  const isSmall = (box) => box.width < 23.9 || box.height < 23.9;
  const isInSentence = (each) => getComputedStyle(each).display === "inline" && each.parentElement.textContent.trim() !== each.textContent.trim();
  const touches = (box, other) => {
    const x = (box.left + box.right) / 2;
    const y = (box.top + box.bottom) / 2;
    const away = Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
    return away < 12;
  };
  return targets
    .filter(({ each, box }) => isSmall(box) && !isInSentence(each))
    .filter(({ each, box }) => targets.some((other) => other.each !== each && touches(box, other.box)))
    .map(({ each, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${each.outerHTML.slice(0, 120)}`);
}

async function fitsEverywhere(page, link, size) {
  await page.goto(link);
  for (const address of kAddresses) {
    await page.goto(new URL(address, link).href);
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    await takePicture(page, `${size}${address.replaceAll("/", "-")}`, 1600);
    assert.deepEqual(await page.evaluate(findCutOff), [], `${size}: ${address}`);
    assert.deepEqual(await page.evaluate(findSmallTargets), [], `${size}: ${address}`);
  }
  await page.getByRole("button", { name: "Keys" }).click();
  assert.deepEqual(await page.evaluate(findCutOff), [], `${size}: keys`);
  assert.deepEqual(await page.evaluate(findSmallTargets), [], `${size}: keys`);
  await page.keyboard.press("Escape");
  await page.goto(new URL("/claim/C-05", link).href);
  await judgeButton(page, "Supported").click();
  await page.getByRole("button", { name: "Save this judgement" }).waitFor();
  await takePicture(page, `${size}-dialog`);
  assert.deepEqual(await page.evaluate(findCutOff), [], `${size}: dialog`);
  assert.deepEqual(await page.evaluate(findSmallTargets), [], `${size}: dialog`);
  await page.getByRole("button", { name: "Cancel" }).click();
}

for (const [size, options] of Object.entries({
  "1280 px": {},
  "320 px": { viewport: { width: 320, height: 640 } },
  "400 % zoom": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
})) {
  scenario(`nothing is cut off and nothing is too small to hit: ${size}`, async () => {
    const running = await review(project, "Ada");
    const page = await openWindow(options);
    await fitsEverywhere(page, running.link, size.replaceAll(/\W+/g, ""));
    assert.deepEqual(page.troubles, []);
    await running.stop();
  });
}

scenario("nothing is cut off at 320 px when one has finished, nor where a name is asked about", async () => {
  const options = { viewport: { width: 320, height: 640 } };
  const own = sampleProject(makeFolder(), "a-project-with-a-rather-long-name-and-no-space-in-it.project");
  let running = await review(own, "Anna Ito");
  const page = await openWindow(options);
  await page.goto(running.link);
  await openClaim(page, "C-05");
  await page.evaluate(() => window.scrollTo(0, 2000));
  await page.locator("#claim-line").waitFor();
  assert.deepEqual(await page.evaluate(findCutOff), [], "claim line");
  await judgeButton(page, "Contested").click();
  await isSaved(page);
  await page.getByRole("link", { name: "Progress and finish" }).click();
  await page.getByRole("button", { name: "Finish my review" }).click();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page.getByText("You have finished this review.").waitFor();
  await takePicture(page, "320px-finished", 1600);
  assert.deepEqual(await page.evaluate(findCutOff), [], "finished");
  assert.deepEqual(await page.evaluate(findSmallTargets), [], "finished");
  await running.stop();
  running = await review(own, "Ana Ito");
  const other = await openWindow(options);
  await other.goto(running.link);
  await other.getByRole("heading", { name: "Are you Anna Ito?" }).waitFor();
  assert.deepEqual(await other.evaluate(findCutOff), [], "name");
  assert.deepEqual(await other.evaluate(findSmallTargets), [], "name");
  await running.stop();
});

function isInSight() {
  const on = document.activeElement;
  const bar = document.getElementById("bar");
  if (on === document.body || bar.contains(on)) return true;
  const box = on.getBoundingClientRect();
  const edge = getComputedStyle(bar).position === "fixed" ? bar.getBoundingClientRect().top : innerHeight;
  const line = document.getElementById("claim-line").getBoundingClientRect();
  return box.top < edge && box.bottom > line.bottom;
}

scenario("what has the focus is not behind the bar", async () => {
  const running = await review(project, "Ada");
  for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }, { width: 320, height: 256 }]) {
    const page = await openWindow({ viewport, reducedMotion: "reduce" });
    await page.goto(running.link);
    await openClaim(page, "C-05");
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press("Tab");
      await page.waitForFunction(isInSight, undefined, { timeout: 2000 }).catch(async () => {
        const stop = await page.evaluate(() => document.activeElement.outerHTML.slice(0, 160));
        assert.fail(`${viewport.width} x ${viewport.height}: out of sight: ${stop}`);
      });
    }
    await page.context().close();
  }
  await running.stop();
});

scenario("dark where the reader's system is dark", async () => {
  const running = await review(project, "Ada");
  const shades = {};
  for (const colorScheme of ["light", "dark"]) {
    const page = await openWindow({ colorScheme });
    await page.goto(running.link);
    shades[colorScheme] = await page.evaluate(() =>
      getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).reduce((sum, each) => sum + Number(each), 0),
    );
  }
  assert.ok(shades.light > 600 && shades.dark < 200, JSON.stringify(shades));
  await running.stop();
});

scenario("paper has the evidence and no controls", async () => {
  const running = await review(project, "Ada");
  const page = await openWindow();
  await page.goto(running.link);
  await openClaim(page, "C-01");
  await judgeButton(page, "Supported").click();
  await isSaved(page);
  await page.emulateMedia({ media: "print" });
  const controls = page.locator("button:visible, input:visible, select:visible, textarea:visible, nav:visible");
  for (const address of kAddresses) {
    await page.goto(new URL(address, running.link).href);
    assert.deepEqual(await controls.evaluateAll((all) => all.map((each) => each.outerHTML.slice(0, 100))), [], address);
    await takePicture(page, `print${address.replaceAll("/", "-")}`, 1600);
  }
  await page.goto(new URL("/claim/C-01", running.link).href);
  assert.ok((await page.locator("[data-finding]:visible").count()) > 0);
  assert.ok(await page.locator("#own-judgement").isVisible());
  await running.stop();
});

scenario("without scripts the claims can be read and walked through", async () => {
  const running = await review(project, "Ada");
  const page = await openWindow({ javaScriptEnabled: false });
  await page.goto(running.link);
  // Playwright's searches by text and role pass over <noscript>.
  assert.match(await page.locator("noscript p.banner:visible").innerText(), /^Scripts are switched off in this browser\./);
  assert.equal(await page.locator("a.to-claim").count(), 12);
  await page.locator('.filter-links a[href="/?tag=contested"]').click();
  assert.deepEqual(await page.locator("a.to-claim").allInnerTexts(), ["C-05"]);
  await page.getByRole("link", { name: "C-05" }).click();
  await page.locator('#main[data-claim="C-05"]').waitFor();
  await takePicture(page, "no-scripts", 1600);
  assert.ok((await page.locator("[data-finding] :visible").count()) > 0);
  await page.locator("details.abstract > summary").first().click();
  assert.ok(await page.locator(".abstract-text").first().isVisible());
  await page.getByRole("link", { name: "All claims" }).click();
  await page.locator('.filter-links a[href="/"]').click();
  await page.getByRole("link", { name: "C-01" }).click();
  await page.getByRole("link", { name: "Next" }).click();
  await page.locator('#main[data-claim="C-02"]').waitFor();
  for (const address of kAddresses) {
    await page.goto(new URL(address, running.link).href);
    const dead = await page.locator("button:visible, input:visible, select:visible, textarea:visible").allTextContents();
    assert.deepEqual(dead, [], `controls that would do nothing on ${address}`);
  }
  await running.stop();
});
