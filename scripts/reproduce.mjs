/**
 * `npm run reproduce`: what a correct build shows, beside what this one shows. Nine runs of three
 * epochs each, some six minutes on two cores; `npm run reproduce -- "words of a row"` runs the rows
 * that contain them. Prints; asserts nothing.
 */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { createServer } from "vite";
import { buildData } from "./data/build.mjs";

const PIXELS = 784;

await buildData();
const server = await createServer({
  configFile: false,
  logLevel: "error",
  appType: "custom",
  // Node 20 knows no `using` yet.
  oxc: { target: "node20" },
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
});
const { epochs, rows } = await server.ssrLoadModule("/bench/reproduce/rows.ts");
const { measure, startBackend } = await server.ssrLoadModule("/bench/reproduce/measure.ts");
const pixels = await readDigits();
await startBackend();

const wanted = process.argv[2] ?? "";
console.log(`784-400-20 on MNIST, ${epochs} epochs, one seed, wasm in Node ${process.version}\n`);
for (const row of rows.filter(({ name }) => name.includes(wanted))) {
  const here = await measure(row, epochs, pixels, () => performance.now());
  console.log(`${row.name} · ${here.steps} steps · ${here.seconds.toFixed(0)} s`);
  if (row.note !== undefined) console.log(row.note);
  console.table(compare(row.expected, here));
}

await server.close();

/** @param {Record<string, number | boolean>} expected @param {Record<string, number | null>} here */
function compare(expected, here) {
  if (expected.diverges) {
    const step = here.divergedAt;
    const seen =
      step === null ? `−ELBO ${here.negativeElbo.toFixed(1)}` : `diverges at step ${step}`;
    return { loss: { expected: "diverges", here: seen } };
  }
  const places = { kl: 2, writtenKl: 2, activeUnits: 0, diversity: 3, noiseDiversity: 3 };
  const lines = Object.entries(places)
    .filter(([name]) => name in expected)
    .map(([name, digits]) => [
      name,
      { expected: expected[name], here: Number(here[name].toFixed(digits)) },
    ]);
  return Object.fromEntries([
    ...lines,
    ["negativeElbo", { here: Number(here.negativeElbo.toFixed(1)) }],
  ]);
}

async function readDigits() {
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
