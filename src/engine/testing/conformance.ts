/**
 * What every engine must do on every backend, as checks that throw. Run in Node by the unit tests
 * and in a browser's worker by the end-to-end tests, on whatever backend is active.
 *
 * Tolerances: 2e-5 of a tensor's largest entry for values that come from a few hundred single
 * precision additions (each 6e-8, in any order); 5e-4 for gradients, which pass through several
 * layers and, on GPUs, through approximate exponentials.
 */
import { adamStep } from "#/core/objective/adam.ts";
import { sigmoid } from "#/core/objective/bernoulli.ts";
import { referenceImage, referenceLoss } from "#/core/objective/reference.ts";
import { createEngine } from "#/engine/createEngine.ts";
import type { Engine, TrainingBatch } from "#/engine/engine.ts";
import { assert, assertClose, assertSame } from "#/engine/testing/check.ts";
import { expectNoLeak } from "#/engine/testing/leaks.ts";
import { convModel, denseModel, freshState, resolved, testBatch } from "#/engine/testing/models.ts";
import { slopes, toDouble } from "#/engine/testing/oracle.ts";
import type { VaeSpec } from "#/core/model/spec.ts";

const valueTolerance = 2e-5;
const gradientTolerance = 5e-4;
const settings = { beta: 0.7, learningRate: 0.01 };
const image = [8, 8, 2] as const;
const epsilon = 1e-8;

interface Subject extends Disposable {
  readonly vae: ReturnType<typeof resolved>;
  readonly state: ReturnType<typeof freshState>;
  readonly batch: TrainingBatch;
  readonly engine: Engine;
}

async function subject(spec: VaeSpec, seed = 3): Promise<Subject> {
  const vae = resolved(spec, image);
  const state = freshState(vae, seed);
  const engine = await createEngine({ resolved: vae, state, optimizer: { epsilon } });
  const batch = testBatch(vae, 3, seed);
  return { vae, state, batch, engine, [Symbol.dispose]: () => engine[Symbol.dispose]() };
}

export interface ConformanceCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const models = { dense: denseModel, convolutional: convModel };

/** Each check makes its own engine and disposes it. */
export const conformanceChecks: readonly ConformanceCheck[] = Object.entries(models).flatMap(
  ([name, spec]) => [
    { name: `${name}: scores images as the reference does`, run: () => scores(spec) },
    { name: `${name}: encodes and decodes as the reference does`, run: () => codes(spec) },
    { name: `${name}: has the gradients of the reference`, run: () => differentiates(spec) },
    {
      name: `${name}: takes three steps of Adam as worked out in double precision`,
      run: () => adam(spec),
    },
    { name: `${name}: lowers the loss`, run: () => learns(spec) },
    { name: `${name}: gives the same curve twice`, run: () => repeats(spec) },
    { name: `${name}: goes on from an exported state`, run: () => resumes(spec) },
    { name: `${name}: leaves no tensor behind`, run: () => expectNoLeak(() => everything(spec)) },
  ],
);

async function scores(spec: VaeSpec): Promise<void> {
  using it = await subject(spec);
  const { vae, state, batch, engine } = it;
  const terms = await engine.score(batch);
  for (let i = 0; i < batch.count; i++) {
    const row = (values: Float32Array, size: number) => values.subarray(i * size, (i + 1) * size);
    const expected = referenceImage(
      vae,
      toDouble(state.weights),
      row(batch.images, vae.pixels),
      row(batch.epsilon, vae.latent),
    );
    const close = (actual: ArrayLike<number>, wanted: ArrayLike<number>, what: string) => {
      assertClose(actual, wanted, valueTolerance, what);
    };
    close(row(terms.mean, vae.latent), expected.mean, "μ");
    close(row(terms.logVariance, vae.latent), expected.logVariance, "λ");
    close(row(terms.klPerDimension, vae.latent), expected.klPerDimension, "KL");
    close(row(terms.reconstruction, 1), [expected.reconstruction], "reconstruction");
    close(row(terms.output, vae.pixels), expected.logits.map(sigmoid), "output");
  }
}

async function codes(spec: VaeSpec): Promise<void> {
  using it = await subject(spec);
  const { vae, batch, engine } = it;
  const { mean, logVariance } = await engine.encode(batch.images, batch.count);
  const scored = await engine.score({ ...batch, epsilon: new Float32Array(batch.epsilon.length) });
  assertClose(mean, scored.mean, valueTolerance, "μ");
  assertClose(logVariance, scored.logVariance, valueTolerance, "λ");
  // At ε = 0 the decoder saw μ itself.
  const output = await engine.decode(mean, batch.count);
  assertClose(output, scored.output, valueTolerance, "output");
  const logits = await engine.decode(mean, batch.count, { raw: true });
  assert(logits.length === batch.count * vae.pixels, "every pixel has a logit");
  assertClose(logits.map(sigmoid), output, valueTolerance, "sigmoid of the logits");
}

async function differentiates(spec: VaeSpec): Promise<void> {
  using it = await subject(spec);
  const { vae, state, batch, engine } = it;
  const probe = await engine.probe(batch, settings);
  const weights = toDouble(state.weights);
  const loss = referenceLoss(vae, weights, batch, settings.beta);
  assertClose(
    [probe.loss.total, probe.loss.reconstruction, probe.loss.kl],
    [loss.total, loss.reconstruction, loss.kl],
    valueTolerance,
    "loss",
  );
  assertClose([probe.klPerDimension.reduce((a, b) => a + b, 0)], [loss.kl], valueTolerance, "KL");
  const expected = slopes(vae, weights, batch, settings.beta, 12);
  assertClose(
    expected.map(({ name, index }) => probe.gradients[name]?.values[index] ?? Number.NaN),
    expected.map(({ value }) => value),
    gradientTolerance,
    "gradients",
  );
}

async function adam(spec: VaeSpec): Promise<void> {
  using it = await subject(spec);
  const { vae, state, batch, engine } = it;
  const weights = toDouble(state.weights);
  const zeros = () =>
    Object.fromEntries(vae.parameters.map(({ name, size }) => [name, new Float64Array(size)]));
  const [first, second] = [zeros(), zeros()];
  for (let step = 1; step <= 3; step++) {
    const { gradients } = await engine.probe(batch, settings);
    engine.step(batch, settings);
    for (const { name } of vae.parameters) {
      const [w, m, v, g] = [weights[name], first[name], second[name], gradients[name]?.values];
      if (!w || !m || !v || !g) throw new Error(`no ${name}`);
      const moments = { first: m, second: v };
      adamStep(w, Float64Array.from(g), moments, step, { ...settings, epsilon });
    }
  }
  const { weights: moved, optimizer } = await engine.exportState();
  assert(optimizer.steps === 3, "three steps are counted");
  for (const { name } of vae.parameters) {
    // A step moves a weight by up to the learning rate, whatever the gradient's size: where a
    // gradient all but vanishes, its rounding decides the direction.
    const [actual, expected] = [moved[name]?.values ?? [], weights[name] ?? []];
    assertClose(actual, expected, gradientTolerance, name);
    assertClose(
      optimizer.moments[`${name}/first`]?.values ?? [],
      first[name] ?? [],
      valueTolerance,
      `${name}/first`,
    );
  }
  const terms = await engine.readTerms();
  assert(terms.length === 3, "each step has its terms");
}

async function learns(spec: VaeSpec): Promise<void> {
  using it = await subject(spec);
  for (let i = 0; i < 30; i++) it.engine.step(it.batch, settings);
  const terms = await it.engine.readTerms();
  const [start = Number.NaN, end = Number.NaN] = [terms[0]?.total, terms.at(-1)?.total];
  assert(end < start - 1, `the loss went from ${String(start)} to ${String(end)}`);
}

async function repeats(spec: VaeSpec): Promise<void> {
  const curve = async () => {
    using it = await subject(spec);
    for (let i = 0; i < 10; i++) it.engine.step(it.batch, settings);
    return (await it.engine.readTerms()).map(({ total }) => total);
  };
  assertClose(await curve(), await curve(), 0, "curve");
}

async function resumes(spec: VaeSpec): Promise<void> {
  using a = await subject(spec);
  using b = await subject(spec, 4);
  for (let i = 0; i < 3; i++) a.engine.step(a.batch, settings);
  const saved = await a.engine.exportState();
  b.engine.importState(saved);
  assertSame((await b.engine.exportState()).weights, saved.weights, "imported");
  a.engine.step(a.batch, settings);
  b.engine.step(a.batch, settings);
  const [left, right] = [await a.engine.exportState(), await b.engine.exportState()];
  assertSame(right.weights, left.weights, "weights after one more step");
  assertSame(right.optimizer.moments, left.optimizer.moments, "moments after one more step");
}

async function everything(spec: VaeSpec): Promise<void> {
  using it = await subject(spec);
  const { batch, engine } = it;
  const held = engine.memory();
  engine.step(batch, settings);
  await engine.encode(batch.images, batch.count);
  await engine.score(batch);
  await engine.decode(batch.epsilon, batch.count);
  await engine.probe(batch, settings);
  engine.importState(await engine.exportState());
  for (let i = 0; i < 5; i++) engine.step(batch, settings);
  await engine.readTerms();
  const now = engine.memory();
  assert(
    held.tensors === now.tensors,
    `${String(held.tensors)} tensors became ${String(now.tensors)}`,
  );
  assert(held.bytes === now.bytes, `${String(held.bytes)} bytes became ${String(now.bytes)}`);
  // Terms nobody read go with the engine.
  engine.step(batch, settings);
}
