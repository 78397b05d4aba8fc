// Debian's chromium, driven by playwright.

import { after, test } from "node:test";
import { join } from "node:path";

import { chromium, folder } from "./modules.mjs";
import { endAll, makeOutputFolder } from "./program.mjs";

let started = null;
const pages = [];

function browser() {
  started ??= chromium.launch({ executablePath: process.env.CLAIMCHECK_CHROMIUM, args: ["--no-sandbox"] });
  return started;
}

after(async () => {
  await (await started)?.close();
});

/** A window of its own (no cookie, no setting from others). What goes wrong in it is listed in `page.troubles`. */
export async function openWindow(options = {}) {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(15000);
  return openTab(context);
}

export async function openTab(context) {
  const page = await context.newPage();
  pages.push(page);
  page.troubles = [];
  page.on("console", (message) => {
    if (message.type() === "error") page.troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.troubles.push(`error: ${error.message}`));
  page.on("dialog", async (dialog) => {
    page.troubles.push(`dialog: ${dialog.type()} ${dialog.message()}`);
    await dialog.accept();
  });
  return page;
}

/** What is on the screen, or with `height` that much of the page from its top. */
export function takePicture(page, name, height = 0) {
  const clip = height ? { fullPage: true, clip: { x: 0, y: 0, width: page.viewportSize().width, height } } : {};
  return page.screenshot({ path: join(makeOutputFolder(join(folder, "pictures")), `${name}.png`), ...clip });
}

/** Waits until the page has said to screen readers what `pattern` fits. */
export function hears(page, pattern, region = "live") {
  return page.waitForFunction(
    ([id, source]) => new RegExp(source).test(document.getElementById(id).textContent),
    [region, pattern.source],
  );
}

/** A test that leaves pictures of its windows, and says what they showed, when it fails. */
export function scenario(name, play) {
  test(name, async () => {
    try {
      await play();
    } catch (error) {
      for (const [number, page] of pages.entries()) {
        if (page.isClosed()) continue;
        console.log(`# window ${number}: ${page.url()} ${page.troubles.join("; ")}`);
        await takePicture(page, `failed-${name.replace(/\W+/g, "-")}-${number}`).catch(() => {});
      }
      throw error;
    } finally {
      for (const page of pages.splice(0)) await page.context().close();
      endAll();
    }
  });
}
