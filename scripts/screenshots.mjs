/**
 * Takes the README's picture from the real page, after real training. With `--all FOLDER` it takes
 * every layout, theme and language instead, for looking at.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";
import { buildSite } from "./build.mjs";
import { serveSite } from "./serve.mjs";

const { values } = parseArgs({ options: { all: { type: "string" } } });

/** @typedef {{ name: string, width: number, height: number, scheme: "light" | "dark",
 *   query?: string, steps?: number }} Shot
 * @type {readonly Shot[]} */
const layouts = [
  { name: "desktop-light", width: 1440, height: 900, scheme: "light" },
  { name: "desktop-dark", width: 1440, height: 760, scheme: "dark" },
  { name: "desktop-zh", width: 1440, height: 900, scheme: "light", query: "lang=zh-CN" },
  {
    name: "desktop-20d",
    width: 1440,
    height: 900,
    scheme: "light",
    query: "preset=mnist-dense-20",
  },
  { name: "desktop-untrained", width: 1440, height: 900, scheme: "light", steps: 0 },
  { name: "laptop-small", width: 1280, height: 600, scheme: "light" },
  { name: "wide", width: 1920, height: 1080, scheme: "dark" },
  { name: "tablet", width: 1024, height: 768, scheme: "light" },
  { name: "tablet-portrait", width: 768, height: 1024, scheme: "dark" },
  { name: "phone", width: 390, height: 844, scheme: "light" },
  { name: "phone-dark-zh", width: 390, height: 844, scheme: "dark", query: "lang=zh-CN" },
  { name: "phone-landscape", width: 844, height: 390, scheme: "light" },
  { name: "fashion", width: 1440, height: 900, scheme: "dark", query: "preset=fashion-dense-20" },
  {
    name: "grey-figure",
    width: 1440,
    height: 900,
    scheme: "light",
    query: "preset=mnist-sigmoid-b",
  },
  { name: "conditional", width: 1440, height: 900, scheme: "light", query: "preset=mnist-cvae-20" },
];

/** @type {Shot} */
const readme = { name: "screenshot", width: 1440, height: 900, scheme: "light", steps: 1400 };

/** @param {import("@playwright/test").Browser} browser @param {Shot} shot @param {string} folder
 *  @param {string} base */
async function take(browser, { name, width, height, scheme, query, steps = 500 }, folder, base) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    deviceScaleFactor: width < 600 ? 2 : 1,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${base}?autostart=0&backend=wasm&${query ?? ""}`);
  await page.evaluate(async (count) => {
    await window.playground.ready;
    if (count > 0) await window.playground.train({ steps: count });
  }, steps);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

const folder = values.all ?? "docs";
await mkdir(folder, { recursive: true });
await buildSite();
const server = await serveSite({ port: 4190 });
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ["--disable-background-networking"],
});
const base = server.resolvedUrls?.local[0] ?? "";
for (const shot of values.all === undefined ? [readme] : layouts) {
  await take(browser, shot, folder, base);
  console.log(join(folder, `${shot.name}.png`));
}
await browser.close();
await server.close();
