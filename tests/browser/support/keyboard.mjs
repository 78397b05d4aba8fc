// What has the focus, and getting somewhere with Tab alone.

import assert from "node:assert/strict";

/** Whether the focus is on what `selector` fits. */
export function isFocused(page, selector) {
  return page.evaluate((it) => document.activeElement?.matches(it) ?? false, selector);
}

export async function focusComesTo(page, selector) {
  await page.waitForFunction((it) => document.activeElement?.matches(it) ?? false, selector);
}

function inSight() {
  const box = document.activeElement.getBoundingClientRect();
  return document.activeElement === document.body || (box.bottom > 0 && box.top < innerHeight && box.width > 0);
}

/** Presses Tab until the focus is on what `selector` fits; every stop on the way must come into sight. */
export async function tabTo(page, selector, key = "Tab") {
  for (let i = 0; i < 80; ++i) {
    await page.keyboard.press(key);
    await page.waitForFunction(inSight, undefined, { timeout: 10000 }).catch(async () => {
      const stop = await page.evaluate(() => document.activeElement.outerHTML.slice(0, 160));
      assert.fail(`the focus is out of sight on ${stop}`);
    });
    if (await isFocused(page, selector)) return;
  }
  assert.fail(`Tab never comes to ${selector}`);
}
