// Script in every text that comes from outside: claims, ids, records, an article, names, comments. Nothing of it runs.
// The page's content security policy is switched off here, so that escaping alone has to hold.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { openWindow, scenario } from "./support/browser.mjs";
import { isSaved, isShown, judgeButton, stands } from "./support/claim_page.mjs";
import { claimcheck, makeFolder, review, writeClaims } from "./support/program.mjs";

let number = 0;

/** Each is another, so that a failure says where it came from. */
function attack() {
  ++number;
  return `"'></textarea></title><script>window.ran=${number}</script><img src=x onerror="window.ran=${number}"><a href="javascript:window.ran=${number}">x</a>{{main}}`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function record(pmid) {
  return `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID><Article><Journal>
<JournalIssue><PubDate><Year>2021</Year></PubDate></JournalIssue><Title>Journal ${escaped(attack())}</Title>
<ISOAbbreviation>J ${escaped(attack())}</ISOAbbreviation></Journal>
<ArticleTitle>Bladder damage in ketamine users ${escaped(attack())}</ArticleTitle>
<Abstract><AbstractText Label="RESULTS ${escaped(attack()).replaceAll('"', "&quot;")}">Ketamine caused bladder damage in 40 of 90
users ${escaped(attack())}.</AbstractText>
<AbstractText Label="CONCLUSIONS">Ketamine causes bladder damage ${escaped(attack())}. We found that ketamine causes bladder
damage in users.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>`;
}

function hostileProject(at) {
  const records = join(at, "records.xml");
  writeFileSync(records, `<?xml version="1.0"?><PubmedArticleSet>${[11, 12, 13].map(record).join("\n")}</PubmedArticleSet>`);
  const library = join(at, "library.db");
  claimcheck("library", "import", "--library", library, records);
  // A slash ends a name, so the names have the attacks that need none.
  const claims = writeClaims(join(at, '<img src=x onerror="window.ran=101">.json'), [
    { id: `C1${attack()}`, text: "Ketamine causes no bladder damage." },
    { id: "C2", text: `Ketamine causes no bladder damage ${attack()}.` },
    { id: "../../x?y#z%2e", text: "Ketamine causes bladder damage." },
    { id: "C4", text: "Ketamine causes bladder damage.", origin: { document: `d <img src=x onerror="window.ran=106">`, section: `s ${attack()}` } },
  ]);
  const article = join(at, '<img src=x onerror="window.ran=102">.md');
  writeFileSync(article, `# Ketamine ${attack()}\n\n## Risks ${attack()}\n\nKetamine causes no bladder damage ${attack()}.\nIt never harms.\n`);
  const project = join(at, '<img src=x onerror="window.ran=103">.project');
  claimcheck("check", claims, article, "--library", library, "--offline", "--quiet", "--project", project);
  return project;
}

async function nothingRan(page, where) {
  const state = await page.evaluate(() => ({
    ran: window.ran ?? null,
    scripts: [...document.querySelectorAll("script")].map((each) => each.getAttribute("src") ?? each.textContent),
    made: [...document.querySelectorAll("img, iframe, object, embed, [onerror], [href^='javascript:']")].map((each) => each.outerHTML),
  }));
  assert.equal(state.ran, null, where);
  assert.deepEqual(state.scripts, ["/assets/main.js"], where);
  assert.deepEqual(state.made, [], where);
  assert.deepEqual(page.troubles, [], where);
}

scenario("script from outside runs nowhere", async () => {
  const project = hostileProject(makeFolder());
  const running = await review(project, `Ada <img src=x onerror="window.ran=104">`);
  const page = await openWindow({ bypassCSP: true });
  await page.goto(running.link);
  await nothingRan(page, "list");
  await page.getByLabel("Search").fill(`<img src=x onerror="window.ran=105">`);
  await page.locator("#count").getByText(" of ").waitFor();
  await nothingRan(page, "search");
  await page.goto(new URL(`/?q=${encodeURIComponent(attack())}&section=${encodeURIComponent(attack())}`, running.link).href);
  await nothingRan(page, "filters in the address");
  await page.goto(new URL("/", running.link).href);
  const ids = await page.locator("tr[data-claim]").evaluateAll((all) => all.map((each) => each.dataset.claim));
  assert.ok(ids.length > 4, "the article's claims are there too");
  await page.locator("a.to-claim").first().click();
  let quotes = 0;
  for (const [place, id] of ids.entries()) {
    await page.waitForFunction((it) => document.getElementById("main").dataset.claim === it, id);
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    quotes += await page.locator("[data-finding]").count();
    await nothingRan(page, id);
    if (place + 1 < ids.length) await page.locator("#next").click();
  }
  assert.ok(quotes > 0, "quotes with attacks were shown");

  await page.goto(new URL("/claim/C2", running.link).href);
  await isShown(page, "C2");
  await page.getByLabel("Comment on this claim").fill(`comment ${attack()}`);
  await page.getByRole("button", { name: "Add this comment" }).click();
  await page.locator(".comments").waitFor();
  const other = (await page.locator("#main").getAttribute("data-rules")) === "unsupported" ? "Supported" : "Unsupported";
  await judgeButton(page, other).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Another reason, which I write down").click();
  await dialog.getByLabel("In your words").fill(`reason ${attack()}`);
  await dialog.getByRole("button", { name: "Save this judgement" }).click();
  await isSaved(page);
  await stands(page, other.toLowerCase());
  await nothingRan(page, "own words");
  await page.reload();
  await page.locator(".why-other").waitFor();
  await nothingRan(page, "own words, loaded anew");
  await page.route("**/api/**", (route) => route.abort());
  await page.getByLabel("Comment on this claim").fill(`unsent ${attack()}`);
  await page.getByRole("button", { name: "Add this comment" }).click();
  await page.locator("#unsaved").getByText("unsent").waitFor();
  page.troubles = page.troubles.filter((each) => !each.includes("net::ERR_FAILED"));
  await nothingRan(page, "not saved");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.goto(new URL("/summary", running.link).href);
  await nothingRan(page, "summary");
  await running.stop();
});
