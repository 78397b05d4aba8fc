// usage: tests/browser/run PROGRAM FOLDER measure.mjs
//
// How fast the review page is on a large project: 500 claims, each with 40 quotes. Prints medians of seven; no pass or
// fail. The bars are docs/review-server.md's.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { openWindow, scenario } from "./support/browser.mjs";
import { isShown } from "./support/claim_page.mjs";
import { check, claimcheck, makeFolder, review, writeClaims } from "./support/program.mjs";

const kClaims = 500;
const kRecords = 40;
const kRounds = 7;

function record(number) {
  return `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${1000 + number}</PMID><Article><Journal>
<JournalIssue><PubDate><Year>${1980 + number}</Year></PubDate></JournalIssue><Title>Invented Journal ${number}</Title></Journal>
<ArticleTitle>Bladder damage in ketamine users, cohort ${number}</ArticleTitle><Abstract>
<AbstractText Label="METHODS">We followed ${100 + number} people who used ketamine for ${number} months, and ${90 + number} who did not.</AbstractText>
<AbstractText Label="RESULTS">Ketamine caused bladder damage in ${20 + number} of ${100 + number} users. Pain was reported by ${number}.</AbstractText>
<AbstractText Label="CONCLUSIONS">Ketamine causes bladder damage in people who use it.</AbstractText>
</Abstract></Article></MedlineCitation></PubmedArticle>`;
}

function largeProject(at) {
  const records = join(at, "records.xml");
  const articles = Array.from({ length: kRecords }, (_, number) => record(number + 1)).join("\n");
  writeFileSync(records, `<?xml version="1.0"?><PubmedArticleSet>${articles}</PubmedArticleSet>`);
  const library = join(at, "library.db");
  claimcheck("library", "import", "--library", library, records);
  const claims = Array.from({ length: kClaims }, (_, number) => ({
    id: `C-${String(number + 1).padStart(3, "0")}`,
    text: number % 2 ? "Ketamine causes bladder damage." : "Ketamine causes no bladder damage.",
  }));
  return check(writeClaims(join(at, "claims.json"), claims), library, join(at, "large.project"));
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function firstPaint(page, address) {
  const times = [];
  for (let i = 0; i < kRounds; ++i) {
    await page.goto(address);
    times.push(
      await page.evaluate(async () => {
        while (performance.getEntriesByName("first-contentful-paint").length === 0) await new Promise(requestAnimationFrame);
        return performance.getEntriesByName("first-contentful-paint")[0].startTime;
      }),
    );
  }
  return median(times);
}

/** Milliseconds from `press` to the frame in which `isDone` holds, both run in the page, each time with the round. */
async function actionTime(page, press, isDone) {
  const times = [];
  for (let i = 0; i < kRounds; ++i) {
    times.push(
      await page.evaluate(
        async ([pressText, doneText, round]) => {
          const pressNow = new Function("round", pressText);
          const doneNow = new Function("round", `return ${doneText}`);
          const from = performance.now();
          pressNow(round);
          while (!doneNow(round)) await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          return performance.now() - from;
        },
        [press, isDone, i],
      ),
    );
    await page.waitForTimeout(300);
  }
  return median(times);
}

/** Script that presses a key; `name` is script too. */
const key = (name) => `document.dispatchEvent(new KeyboardEvent("keydown", { key: ${name}, bubbles: true }))`;

scenario("the page on a large project", async () => {
  const running = await review(largeProject(makeFolder()), "Ada");
  const page = await openWindow({ bypassCSP: true });
  await page.goto(running.link);
  const say = (what, time) => console.log(`# ${what}: ${Math.round(time)} ms`);
  const at = (address) => new URL(address, running.link).href;
  say("first paint of the list", await firstPaint(page, at("/")));
  say("first paint of a claim", await firstPaint(page, at("/claim/C-250")));
  console.log(`# quotes on it: ${await page.locator("[data-finding]").count()}`);

  await page.goto(at("/"));
  const words = ["C-0", "C-1", "C-2", "C-3", "C-4", "C-01", "C-02"];
  say(
    "a search (120 ms of them waited for the next letter)",
    await actionTime(
      page,
      `const f = document.getElementById("filter-q"); f.value = ${JSON.stringify(words)}[round]; window.before = document.getElementById("list"); f.dispatchEvent(new Event("input", { bubbles: true }))`,
      `document.getElementById("list") !== window.before`,
    ),
  );
  say(
    "a filter taken off, so that all claims are listed",
    await actionTime(page, `window.before = document.getElementById("list"); document.getElementById("filter-none").click()`, `document.getElementById("list") !== window.before`),
  );
  await page.goto(at("/claim/C-250"));
  await isShown(page, "C-250");
  say("the next claim", await actionTime(page, `window.before = document.getElementById("main"); ${key('"j"')}`, `document.getElementById("main") !== window.before`));
  say("the next quote", await actionTime(page, key('"n"'), `document.activeElement.id === "finding-" + (round + 1)`));
  say(
    "a decision, until it is on the disk and the page says “Saved”",
    await actionTime(
      page,
      `document.getElementById("saved").dataset.state = ""; ${key('round % 2 ? "0" : "d"')}`,
      `document.getElementById("saved").dataset.state === "saved"`,
    ),
  );
  await running.stop();
});
