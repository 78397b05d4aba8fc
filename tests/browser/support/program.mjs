// claimcheck as a person runs it: projects are made, checked and served by the program itself.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

import { program, source } from "./modules.mjs";

const running = new Set();
const folders = [];

/** Ends every `claimcheck review` that still runs. */
export function endAll() {
  for (const child of running) child.kill("SIGKILL");
}

after(() => {
  endAll();
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

export function makeFolder() {
  const made = mkdtempSync(join(tmpdir(), "claimcheck-browser-"));
  folders.push(made);
  return made;
}

/** What the program writes to standard output; throws when it fails. */
export function claimcheck(...args) {
  return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
}

export function sampleLibrary(at) {
  const library = join(at, "library.db");
  const samples = join(source, "claims", "sample-library");
  const files = readdirSync(samples).filter((name) => name.endsWith(".xml"));
  claimcheck("library", "import", "--library", library, ...files.map((name) => join(samples, name)));
  return library;
}

export function check(input, library, project) {
  claimcheck("check", input, "--library", library, "--offline", "--quiet", "--project", project);
  return project;
}

/** The article that claimcheck ships, checked against the library that it ships: twelve claims of every kind. */
export function sampleProject(at, name = "may.project") {
  return check(join(source, "claims", "sample-article.md"), sampleLibrary(at), join(at, name));
}

export function writeClaims(path, claims) {
  writeFileSync(path, JSON.stringify({ schema_version: 1, claims }));
  return path;
}

/** `claimcheck review` on `project`. The link is in `link`; `stop` is Ctrl-C, `kill` the end without a word. */
export async function review(project, name, ...options) {
  const child = spawn(program, ["review", project, "--no-open", ...(name ? ["--as", name] : []), ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const ended = new Promise((done) => child.on("exit", done)).then(() => running.delete(child));
  let said = "";
  child.stderr.on("data", (bytes) => (said += bytes));
  const link = await new Promise((resolve, reject) => {
    child.stdout.on("data", (bytes) => {
      said += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+(?=\s)/.exec(said);
      if (found) resolve(found[0]);
    });
    child.on("exit", () => reject(new Error(`claimcheck review ended: ${said}`)));
  });
  const end = (signal) => {
    child.kill(signal);
    return ended.then(() => said);
  };
  return { link, port: new URL(link).port, stop: () => end("SIGINT"), kill: () => end("SIGKILL") };
}

/** The log of a project, one object an entry. */
export function logOf(project) {
  return claimcheck("log", "export", project)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

export function makeOutputFolder(path) {
  mkdirSync(path, { recursive: true });
  return path;
}
