/** When kernels are compiled, and what becomes of a model where one is refused. Run where there is a device. */
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { createEngine } from "#/engine/createEngine.ts";
import type { StepSettings } from "#/engine/engine.ts";
import { assert, assertSame } from "#/engine/testing/check.ts";
import type { ConformanceCheck } from "#/engine/testing/conformance.ts";
import { engineOf } from "#/engine/testing/engineOf.ts";
import { freshState, resolved, testBatch } from "#/engine/testing/models.ts";
import { webgpuDevice } from "#/engine/tf.ts";

export const compileChecks: readonly ConformanceCheck[] = [
  { name: "a kernel that does not compile leaves the run to the reference", run: fallsBack },
  { name: "a live change of the clip is compiled ahead of its step", run: preparesClip },
  { name: "a clip that does not compile leaves the engine as it was", run: refusesClip },
];

const settings: StepSettings = { beta: 1, freeBits: 0, learningRate: 0.01, clip: 0 };
const clipped: StepSettings = { ...settings, clip: 1 };

/** @throws where tfjs is not on WebGPU. */
function deviceHere(): GPUDevice {
  const device = webgpuDevice();
  if (device === null) throw new Error("no WebGPU device");
  return device;
}

/** @param units that no other check has, so that nothing of it was compiled before */
function unheardOf(units: number): ResolvedVae {
  return resolved(
    {
      ...{ encoder: [{ kind: "dense", units, activation: "tanh" }], decoder: [], latent: 7 },
      ...{ condition: "none", weightInit: "glorot" },
    },
    [5, 3, 1],
  );
}

function optionsOf(vae: ResolvedVae) {
  const { objective, optimizer } = firstConfig;
  return { resolved: vae, objective, optimizer, batch: 4, state: freshState(vae, 1) };
}

/** Does `work` while every kernel is refused. */
async function refusing<T>(device: GPUDevice, work: () => Promise<T>): Promise<T> {
  const make = device.createShaderModule.bind(device);
  device.createShaderModule = ({ code, ...rest }) =>
    make({ ...rest, code: code.replace("fn main(", "fn main(unheard ") });
  return work().finally(() => {
    Reflect.deleteProperty(device, "createShaderModule");
  });
}

async function fallsBack(): Promise<void> {
  const vae = unheardOf(11);
  using engine = await refusing(deviceHere(), () => createEngine(optionsOf(vae)));
  const { kind, reason, words } = engine.report;
  assert(kind === "reference" && reason === "does-not-compile", `${kind} came, for ${reason}`);
  assert(/line \d+: /.test(words), `the compiler's words: ${words}`);
  engine.step(testBatch(vae, 4, 1), settings);
  const [terms] = await engine.readTerms();
  assert(Number.isFinite(terms?.loss.total), "it trains on");
}

async function preparesClip(): Promise<void> {
  const device = deviceHere();
  const vae = unheardOf(13);
  const batch = testBatch(vae, 4, 1);
  using engine = await engineOf({ ...optionsOf(vae), choice: "compiled" });
  const make = device.createComputePipeline.bind(device);
  let onTheSpot = 0;
  device.createComputePipeline = (descriptor) => {
    onTheSpot++;
    return make(descriptor);
  };
  try {
    engine.step(batch, settings);
    assert(!engine.isReady(clipped), "the clip is not compiled before it is wanted");
    const preparing = engine.prepare(clipped);
    // Training goes on meanwhile.
    engine.step(batch, settings);
    await preparing;
    assert(engine.isReady(clipped) && engine.isReady(settings), "both ways are there");
    engine.step(batch, clipped);
    engine.step(batch, settings);
    const terms = await engine.readTerms();
    assert(terms.length === 4, `${String(terms.length)} steps`);
    assert(
      terms.every(({ loss }) => Number.isFinite(loss.total)),
      "it trains",
    );
  } finally {
    Reflect.deleteProperty(device, "createComputePipeline");
  }
  assert(onTheSpot === 0, `${String(onTheSpot)} kernels were compiled on the spot`);
}

/** The host goes on from there with the reference. */
async function refusesClip(): Promise<void> {
  const device = deviceHere();
  const vae = unheardOf(17);
  const batch = testBatch(vae, 4, 1);
  let uncaught = 0;
  const count = () => uncaught++;
  device.addEventListener("uncapturederror", count);
  using engine = await engineOf({ ...optionsOf(vae), choice: "compiled" });
  engine.step(batch, settings);
  const before = await engine.exportState();
  const words = await refusing(device, () => engine.prepare(clipped)).then(
    () => "",
    (error: unknown) => String(error),
  );
  assert(/line \d+: /.test(words), `the compiler's words: ${words}`);
  assert(!engine.isReady(clipped) && engine.isReady(settings), "it is ready for what it was");
  assertSame((await engine.exportState()).weights, before.weights, "after the refusal");
  engine.step(batch, settings);
  assert((await engine.readTerms()).length === 2, "it trains on");
  device.removeEventListener("uncapturederror", count);
  assert(uncaught === 0, "the device was not blamed");
}
