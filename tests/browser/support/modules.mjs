// What npm installed, which lies in the build tree and not beside these files.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const folder = process.env.CLAIMCHECK_BROWSER_FOLDER;
export const source = process.env.CLAIMCHECK_SOURCE_DIR;
export const program = process.env.CLAIMCHECK_PROGRAM;

const require = createRequire(join(folder, "npm", "here.js"));

export const { chromium } = require("playwright-core");
export const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
