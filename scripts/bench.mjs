/**
 * `npm run bench`: every measurement in one run, printed as one table and written as JSON to
 * bench/results/. Ratios stand beside their peer; nothing here is a test.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { chromium } from "@playwright/test";
import { benchImport } from "../bench/import.mjs";
import { benchPage } from "../bench/page.mjs";
import { benchStep } from "../bench/step.mjs";
import { printTable } from "../bench/table.mjs";
import { findBrowser } from "./browser.mjs";
import { buildSite } from "./build.mjs";
import { serveSite } from "./serve.mjs";

await buildSite();
const server = await serveSite({ port: 4191 });
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ["--disable-background-networking"],
});
const url = server.resolvedUrls?.local[0] ?? "";
const rows = [
  ...(await benchPage({ browser, url })),
  ...(await benchImport({ browser, url })),
  ...(await benchStep({ browser })),
];
const conditions = {
  date: new Date().toISOString(),
  browser: `Chromium ${browser.version()}`,
  node: process.version,
  processor: cpus()[0]?.model ?? "",
  cores: cpus().length,
};
await browser.close();
await server.close();

printTable(rows);
console.log(Object.values(conditions).join(" · "));
await mkdir("bench/results", { recursive: true });
await writeFile("bench/results/latest.json", JSON.stringify({ conditions, rows }, null, 2));
