/**
 * `npm test`: installs what is missing, finds a browser, then runs every check in order, each named
 * and timed. A check goes on although one before it failed, unless it needs its result. The last
 * line counts tests; a check without tests of its own counts as one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install.mjs";
import { countPlaywright, countVitest } from "./testCounts.mjs";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));

const unitReport = ".cache/unit.json";
const browserReport = ".cache/e2e.json";
const vitest = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];

/**
 * @typedef {{ name: string, command: string, args: readonly string[], needs?: string,
 *   report?: string, count?: (report: any) => { passed: number, failed: number } }} Step
 * `needs`: the step whose failure makes this one pointless
 * @type {readonly Step[]}
 */
const steps = [
  { name: "format", command: "prettier", args: ["--check", "."] },
  { name: "lint", command: "eslint", args: [".", "--max-warnings", "0"] },
  { name: "imports", command: "depcruise", args: ["src"] },
  { name: "types", command: "tsc", args: ["-b"] },
  { name: "dead code", command: "knip", args: [] },
  { name: "unit", command: "vitest", args: vitest, report: unitReport, count: countVitest },
  { name: "data", command: "node", args: ["scripts/data/build.mjs"] },
  { name: "build", command: "node", args: ["scripts/build.mjs"], needs: "data" },
  { name: "size", command: "size-limit", args: [], needs: "build" },
  {
    name: "e2e",
    command: "playwright",
    args: ["test"],
    needs: "build",
    report: browserReport,
    count: countPlaywright,
  },
];

/** @param {Step} step @returns {{ passed: number, failed: number }} */
function run({ command, args, report, count }) {
  if (report !== undefined) rmSync(report, { force: true });
  const program = command === "node" ? process.execPath : join("node_modules/.bin", command);
  const { status } = spawnSync(program, args, {
    stdio: "inherit",
    shell: process.platform === "win32" && command !== "node",
  });
  if (report === undefined || count === undefined || !existsSync(report)) {
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  const counts = count(JSON.parse(readFileSync(report, "utf8")));
  // A runner may fail without a failed test (an error outside of any).
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

console.log("── install");
installIfNeeded();
console.log("── browser");
const { findBrowser, installBrowser } = await import("./browser.mjs");
if (findBrowser() === null) installBrowser();
console.log(findBrowser() ?? "none found: the browser tests will fail");

mkdirSync(".cache", { recursive: true });
const total = { passed: 0, failed: 0 };
const broken = new Set();
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const skipped = step.needs !== undefined && broken.has(step.needs);
  const counts = skipped ? { passed: 0, failed: 1 } : run(step);
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed > 0) broken.add(step.name);
  const verdict = skipped ? `not run: ${step.needs} failed` : counts.failed > 0 ? "FAILED" : "ok";
  console.log(`── ${step.name}: ${verdict}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

if (broken.size > 0) console.log(`\nFailed: ${[...broken].join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
