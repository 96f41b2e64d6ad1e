/** Builds the static site: data sets, bundle, service worker. Built again only if something changed. */
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { buildData } from "./data/build.mjs";
import { writeServiceWorker } from "./serviceWorker.mjs";

const stamp = ".cache/build";

/** Everything the site is made from. */
const sources = [
  "index.html",
  "package-lock.json",
  "package.json",
  "public",
  "scripts/csp.mjs",
  "scripts/serviceWorker.mjs",
  "scripts/vite",
  "src",
  "vite.config.ts",
];

/** Files below `path`, sorted; chunks of data are left out, for their manifest names their content. */
async function filesBelow(path) {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".bin"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function hashOfSources() {
  const hash = createHash("sha256");
  for (const source of sources) {
    const isFolder = !/\.\w+$/.test(source);
    for (const file of isFolder ? await filesBelow(source) : [source]) {
      hash.update(file).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

/** Run from the project's root. Types are checked by `npm run build` and by the tests. */
export async function buildSite() {
  await buildData();
  const hash = await hashOfSources();
  const stored = existsSync(stamp) ? await readFile(stamp, "utf8") : "";
  if (stored === hash && existsSync("dist/sw.js")) return;
  // Checking the data has set it to "development", and the shell may have, too: React would then be
  // bundled with all its warnings.
  process.env.NODE_ENV = "production";
  await build({ logLevel: "warn" });
  await writeServiceWorker("dist");
  await mkdir(".cache", { recursive: true });
  await writeFile(stamp, hash);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { status } = spawnSync("npx", ["tsc", "-b"], { stdio: "inherit", shell: true });
  if (status !== 0) process.exit(status ?? 1);
  await buildSite();
}
