/**
 * What is weighed: files of the built site, grouped as a visitor meets them. A group is an entry
 * with everything it imports statically, for that is what must arrive before it runs.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** `import"./a.js"` and `from"./a.js"` in built code; `import("./a.js")` is lazy and not meant. */
const staticImport = /(?:\bimport|\bfrom)\s*["'](\.{1,2}\/[^"']+)["']/g;

/** @param {string} file @param {Set<string>} [seen] @returns {string[]} */
function withImports(file, seen = new Set()) {
  if (!seen.has(file)) {
    seen.add(file);
    for (const [, path] of readFileSync(file, "utf8").matchAll(staticImport)) {
      withImports(join(dirname(file), path), seen);
    }
  }
  return [...seen];
}

/** Scripts, preloads and style sheets that the page itself names. @param {string} dist */
function beforeFirstPaint(dist) {
  const page = join(dist, "index.html");
  const named = [...readFileSync(page, "utf8").matchAll(/(?:src|href)="(\.\/assets\/[^"]+)"/g)]
    .map(([, path]) => join(dist, path))
    .filter((file) => /\.(?:js|css)$/.test(file));
  const scripts = named.filter((file) => file.endsWith(".js")).flatMap((file) => withImports(file));
  return [...new Set([page, ...named, ...scripts])];
}

/** Scripts of the page that load on demand, as the bundler lists them. @param {string} dist */
function lazyEntries(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
  return Object.values(manifest)
    .filter((/** @type {{ isDynamicEntry?: boolean }} */ { isDynamicEntry }) => isDynamicEntry)
    .map((/** @type {{ file: string }} */ { file }) => join(dist, file))
    .filter((file) => file.endsWith(".js"));
}

/** @param {string} dist folder of the built site */
export function sizeBudget(dist) {
  const entry = beforeFirstPaint(dist);
  const workers = readdirSync(join(dist, "assets"))
    .filter((name) => /\.worker-.*\.js$/.test(name))
    .map((name) => join(dist, "assets", name));
  const lazy = lazyEntries(dist).map((file) => ({
    name: basename(file),
    path: withImports(file).filter((part) => !entry.includes(part)),
  }));
  /** The chart library marks its elements so. @param {{ path: string[] }} group */
  const drawsCharts = ({ path }) =>
    path.some((file) => readFileSync(file, "utf8").includes("recharts-"));
  /** @param {string} name @param {string[]} path @param {string} limit */
  const budget = (name, path, limit) => ({ name, path, limit, gzip: true });

  return [
    budget("before first paint", entry, "150 kB"),
    ...workers.map((file) => budget(`worker ${basename(file)}`, withImports(file), "200 kB")),
    ...lazy.map((group) =>
      drawsCharts(group)
        ? budget(`charts ${group.name}`, group.path, "120 kB")
        : budget(`lazy ${group.name}`, group.path, "40 kB"),
    ),
  ].filter(({ path }) => path.length > 0);
}
