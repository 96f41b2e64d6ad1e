/**
 * Whether it matters where the sigmoid sits: lanes A (in the output) and C (in the loss, as one should
 * write it) of the fifth system, each trained for its twenty epochs from one seed in Node. Nats of the
 * whole test set; some four minutes on two cores.
 */
import { readDigits, withSources } from "./inNode.mjs";

/** @returns {Promise<import("./table.mjs").Row[]>} */
export async function benchAgreement() {
  const pixels = await readDigits();
  const [a, c] = await withSources(async (load) => {
    const { measure, startBackend } = await load("/bench/reproduce/measure.ts");
    await startBackend();
    const train = (/** @type {string} */ preset) =>
      measure({ preset, patch: {} }, 20, pixels, () => performance.now());
    return [await train("mnist-sigmoid-a"), await train("mnist-sigmoid-c")];
  });
  const both = `${a.negativeElbo.toFixed(2)} and ${c.negativeElbo.toFixed(2)}`;
  return [
    {
      measure: `mnist-sigmoid A against C, 20 epochs, test −ELBO (${both})`,
      value: Math.abs(a.negativeElbo - c.negativeElbo),
      unit: "nats",
      target: 0.5,
    },
  ];
}
