/**
 * Turns npm packages into public/data: one folder of chunks a set, and the manifest of all. A set
 * is built again only when the code that builds it, or a package it comes from, has changed.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runnerImport } from "vite";
import * as faces from "./faces.mjs";
import * as fashion from "./fashion.mjs";
import * as mnist from "./mnist.mjs";
import { writeSet } from "./writeSet.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const output = join(root, "public/data");
const cache = join(root, ".cache/data");

/** In the order the page lists them. */
const sets = { mnist, fashion, faces };
const shared = ["order.mjs", "png.mjs", "random.mjs", "statistics.mjs", "writeSet.mjs"];

/** @param {{ packages: readonly string[], files: readonly string[] }} set */
async function hashOf(set) {
  const hash = createHash("sha256");
  for (const file of [...shared, ...set.files]) hash.update(await readFile(join(here, file)));
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  for (const name of set.packages) {
    hash.update(`${name}@${lock.packages[`node_modules/${name}`].version}`);
  }
  return hash.digest("hex");
}

/** @param {string} id @param {string} hash */
async function cachedEntry(id, hash) {
  const path = join(cache, `${id}.json`);
  if (!existsSync(path)) return null;
  const stored = JSON.parse(await readFile(path, "utf8"));
  const whole = stored.entry.chunks.every((/** @type {{ file: string }} */ { file }) =>
    existsSync(join(output, file)),
  );
  return stored.hash === hash && whole ? stored.entry : null;
}

/** @param {keyof typeof sets} id */
async function entryOf(id) {
  const hash = await hashOf(sets[id]);
  const cached = await cachedEntry(id, hash);
  if (cached !== null) return cached;
  const start = performance.now();
  const entry = await writeSet(await sets[id].build(), join(output, id));
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, `${id}.json`), JSON.stringify({ hash, entry }));
  const { counts } = entry;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`  ${entry.name}: ${counts.train} + ${counts.test} images, ${seconds} s`);
  return entry;
}

/** The page's own parser has the last word on what was written. @param {unknown} manifest */
async function check(manifest) {
  const { module } = await runnerImport(join(root, "src/core/data/manifest.ts"), {
    root,
    configFile: false,
    logLevel: "error",
  });
  const parsed = module.parseManifest(manifest);
  if (!parsed.ok) throw new Error(parsed.error.message);
}

export async function buildData() {
  await mkdir(output, { recursive: true });
  const ids = /** @type {(keyof typeof sets)[]} */ (Object.keys(sets));
  const manifest = { version: 1, sets: await Promise.all(ids.map(entryOf)) };
  await check(manifest);
  await writeFile(join(output, "manifest.json"), JSON.stringify(manifest));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildData();
