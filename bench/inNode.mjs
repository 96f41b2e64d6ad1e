/** Runs the sources themselves in Node, on wasm, over the digits of the built data: no page, no worker. */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { createServer } from "vite";

const PIXELS = 784;

/**
 * Gives modules of the sources by their path from the root, with `#/…` and TypeScript understood.
 *
 * @template Result
 * @param {(load: (path: string) => Promise<any>) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withSources(use) {
  const server = await createServer({
    configFile: false,
    logLevel: "error",
    appType: "custom",
    // Node 20 knows no `using` yet.
    oxc: { target: "node20" },
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  });
  try {
    return await use((path) => server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
}

/** @returns {Promise<{ train: Buffer, test: Buffer, chunkCounts: number[] }>} `Pixels` of measure.ts */
export async function readDigits() {
  const { sets } = JSON.parse(await readFile("public/data/manifest.json", "utf8"));
  const { chunks } = sets.find((/** @type {{ id: string }} */ set) => set.id === "mnist");
  const read = async (/** @type {string} */ split) => {
    const parts = chunks.filter((/** @type {{ split: string }} */ chunk) => chunk.split === split);
    const bytes = [];
    for (const { file, count } of parts) {
      bytes.push(gunzipSync(await readFile(`public/data/${file}`)).subarray(0, count * PIXELS));
    }
    return {
      bytes: Buffer.concat(bytes),
      counts: parts.map((/** @type {{ count: number }} */ c) => c.count),
    };
  };
  const [train, test] = [await read("train"), await read("test")];
  return { train: train.bytes, test: test.bytes, chunkCounts: train.counts };
}
