/**
 * Finds a Chromium to test in: the one named by PLAYWRIGHT_CHROMIUM, else one installed on the
 * system, else Playwright's own. `installBrowser` gets one where there is none.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome.exe",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** @returns {string | null} path of the executable */
export function findBrowser() {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [
    process.env["PLAYWRIGHT_CHROMIUM"] ?? "",
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...places,
    chromium.executablePath(),
  ];
  return candidates.find((path) => path !== "" && existsSync(path)) ?? null;
}

/** @param {string} command @param {readonly string[]} args */
function attempt(command, args) {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

/** Debian packages Chromium; elsewhere (Ubuntu's is a stub for another store) Playwright brings one. */
export function installBrowser() {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  if (/^ID=debian$/m.test(release) && process.getuid?.() === 0) {
    attempt("apt-get", ["update", "-qq"]);
    attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  }
  if (findBrowser() === null) attempt("npx", ["playwright", "install", "chromium"]);
}
