/**
 * `npm run bench`: every measurement in one run, printed as one table and written as JSON to
 * bench/results/latest.json. Ratios stand beside their peer; nothing here is a test.
 * `npm run bench -- lanes step` takes the named parts alone, and writes lanes-step.json.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { chromium } from "@playwright/test";
import { benchAgreement } from "../bench/agreement.mjs";
import { benchDawn } from "../bench/dawn.mjs";
import { benchImport } from "../bench/import.mjs";
import { benchLanes } from "../bench/lanes.mjs";
import { benchOverlay } from "../bench/overlay.mjs";
import { benchPage } from "../bench/page.mjs";
import { benchStep } from "../bench/step.mjs";
import { printTable } from "../bench/table.mjs";
import { findBrowser } from "./browser.mjs";
import { buildSite } from "./build.mjs";
import { serveSite } from "./serve.mjs";

const parts = {
  page: benchPage,
  import: benchImport,
  step: benchStep,
  dawn: benchDawn,
  lanes: benchLanes,
  overlay: benchOverlay,
  agreement: benchAgreement,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  throw new Error(`no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
}

await buildSite();
const server = await serveSite({ port: 4191 });
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ["--disable-background-networking"],
});
const url = server.resolvedUrls?.local[0] ?? "";
const rows = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) rows.push(...(await measure({ browser, url })));
}
const conditions = {
  date: new Date().toISOString(),
  browser: `Chromium ${browser.version()}`,
  node: process.version,
  processor: cpus()[0]?.model ?? "",
  cores: cpus().length,
  /** Of the last minute, this run's own included: what else was at work shows here. */
  load: loadavg()[0],
};
await browser.close();
await server.close();

printTable(rows);
console.log(Object.values(conditions).join(" · "));
await mkdir("bench/results", { recursive: true });
const name = asked.length === 0 ? "latest" : asked.join("-");
await writeFile(`bench/results/${name}.json`, JSON.stringify({ conditions, rows }, null, 2));
