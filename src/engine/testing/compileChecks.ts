/** What becomes of a model when the browser's compiler refuses a kernel. Run where there is a device. */
import { firstConfig } from "#/core/experiment/presets/base.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { assert } from "#/engine/testing/check.ts";
import type { ConformanceCheck } from "#/engine/testing/conformance.ts";
import { freshState, resolved, testBatch } from "#/engine/testing/models.ts";
import { webgpuDevice } from "#/engine/tf.ts";

export const compileChecks: readonly ConformanceCheck[] = [
  { name: "a kernel that does not compile leaves the run to the reference", run: fallsBack },
];

async function fallsBack(): Promise<void> {
  const device = webgpuDevice();
  if (device === null) throw new Error("no WebGPU device");
  // No other check has these sizes, so that nothing of it was compiled before.
  const vae = resolved(
    {
      ...{ encoder: [{ kind: "dense", units: 11, activation: "tanh" }], decoder: [], latent: 7 },
      ...{ condition: "none", weightInit: "glorot" },
    },
    [5, 3, 1],
  );
  const batch = testBatch(vae, 4, 1);
  const { objective, optimizer } = firstConfig;
  const options = { resolved: vae, objective, optimizer, batch: batch.count };
  const make = device.createShaderModule.bind(device);
  device.createShaderModule = ({ code, ...rest }) =>
    make({ ...rest, code: code.replace("fn main(", "fn main(unheard ") });
  const engine = await createEngine({ ...options, state: freshState(vae, 1) }).finally(() => {
    Reflect.deleteProperty(device, "createShaderModule");
  });
  using _engine = engine;
  const { kind, reason, words } = engine.report;
  assert(kind === "reference" && reason === "does-not-compile", `${kind} came, for ${reason}`);
  assert(/line \d+: /.test(words), `the compiler's words: ${words}`);
  engine.step(batch, { beta: 1, freeBits: 0, learningRate: 0.01, clip: 0 });
  const [terms] = await engine.readTerms();
  assert(Number.isFinite(terms?.loss.total), "it trains on");
}
