/**
 * `npm run reproduce`: what a correct build shows, beside what this one shows. Nine runs of three
 * epochs each, some six minutes on two cores; `npm run reproduce -- "words of a row"` runs the rows
 * that contain them. Prints; asserts nothing.
 */
import { readDigits, withSources } from "../bench/inNode.mjs";
import { buildData } from "./data/build.mjs";

await buildData();
await withSources(async (load) => {
  const { epochs, rows } = await load("/bench/reproduce/rows.ts");
  const { measure, startBackend } = await load("/bench/reproduce/measure.ts");
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
});

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
