/**
 * What the guards do where single precision runs out, as autograd would: one pixel, whose output
 * value l is the noise of a model that passes z through.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { createEngine } from "#/engine/createEngine.ts";
import type { Engine } from "#/engine/engine.ts";
import { resolved } from "#/engine/testing/models.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";

const settings = { beta: 0, freeBits: 0, learningRate: 0, clip: 0 };

/** z = ε, l = z: the loss of one pixel under an objective. */
function onePixel(objective: Partial<ObjectiveSpec>): Promise<Engine> {
  const spec = { ...firstConfig.model, encoder: [], decoder: [], latent: 1 };
  const vae = resolved(spec, [1, 1, 1]);
  const weights = Object.fromEntries(
    vae.parameters.map(({ name, shape }) => {
      return [name, { shape, values: Float32Array.of(name === "output/kernel" ? 1 : 0) }];
    }),
  );
  return createEngine({
    resolved: vae,
    state: { weights, optimizer: { steps: 0, moments: {} } },
    objective: { ...firstConfig.objective, ...objective },
    optimizer: firstConfig.optimizer,
    batch: 1,
  });
}

async function at(engine: Engine, l: number, x: number) {
  const noise = { epsilon: Float32Array.of(l), labels: null, dropout: null };
  const batch = { count: 1, images: Float32Array.of(x), ...noise };
  const { loss, gradients } = await engine.probe(batch, settings);
  return { loss: loss.total, gradient: gradients["output/bias"]?.values[0] };
}

type Row = readonly [l: number, x: number, loss: number, gradient: number];

async function expectRows(objective: Partial<ObjectiveSpec>, rows: readonly Row[]): Promise<void> {
  using engine = await onePixel(objective);
  for (const [l, x, loss, gradient] of rows) {
    const found = await at(engine, l, x);
    const where = `l = ${l}, x = ${x}`;
    near(found.loss, loss, `loss at ${where}`);
    near(found.gradient, gradient, `gradient at ${where}`);
  }
}

/** To 1 in 10,000, and 1e-7. */
function near(actual: number | undefined, expected: number, what: string): void {
  if (!Number.isFinite(expected)) expect(actual, what).toBe(expected);
  else
    expect(Math.abs((actual ?? Number.NaN) - expected), what).toBeLessThan(
      1e-4 * Math.abs(expected) + 1e-7,
    );
}

const additive = { guard: "additive", guardEpsilon: 1e-10 } as const;
const floor = -Math.log(1e-10);

describe.each(nodeBackends)("one pixel on %s", (name) => {
  beforeAll(() => startNodeBackend(name));

  it.each(["output", "loss"] as const)("of S5 with the sigmoid in the %s", async (sigmoid) => {
    await expectRows({ sigmoid, ...additive }, [
      [0, 0, Math.LN2, 0.5],
      [0, 1, Math.LN2, -0.5],
      [5, 0.25, 3.75 + Math.log1p(Math.exp(-5)), 0.743_307],
      // Towards −∞ the gradient of a white pixel fades, for ε₀ is all that is left.
      [-10, 1, 10.000_045, -0.999_952],
      [-17, 1, 16.997_585, -0.997_590],
      [-23.025_85, 1, 22.332_703, -0.5],
      [-30, 1, floor - 9.353e-4, -9.349e-4],
      [-40, 1, floor, -4.248e-8],
      [-40, 0, 0, 0],
      // Towards +∞ 1 − p is 0: ε₀ vanished beside 1.
      [18, 0, Infinity, Number.NaN],
      [18, 0.5, Infinity, Number.NaN],
      [18, 1, Number.NaN, Number.NaN],
      [40, 0, Infinity, Number.NaN],
    ]);
  });

  it("has ε₀ beside 1 − p when it is added last", () =>
    expectRows({ sigmoid: "output", ...additive, guard: "additiveLast" }, [
      [0, 0, Math.LN2, 0.5],
      [18, 0, floor, 0],
      [18, 1, 0, 0],
      [40, 0.5, floor / 2, 0],
      [-23.025_85, 1, 22.332_703, -0.5],
    ]));

  it("keeps an ε₀ that single precision can hold", () =>
    // (1e-6 + 1) − p with p = 1 is 8 units of 2⁻²³.
    expectRows({ sigmoid: "output", guard: "additive", guardEpsilon: 1e-6 }, [
      [40, 0, -Math.log(2 ** -20), 0],
      [-40, 1, -Math.log(1e-6), -4.248e-12],
    ]));

  it("has nothing but trouble without a guard", () =>
    expectRows({ sigmoid: "output", guard: "none" }, [
      [-40, 1, 40, -1],
      [-40, 0, 0, 0],
      [40, 0, Infinity, Number.NaN],
      [40, 1, Number.NaN, Number.NaN],
    ]));

  it("clips p as Keras does: no gradient outside the bounds", () =>
    expectRows({ sigmoid: "output", guard: "clip", guardEpsilon: 1e-7 }, [
      [0, 1, Math.LN2, -0.5],
      // 1 − δ is 1 − 2⁻²³ in single precision.
      [40, 0, -Math.log(2 ** -23), 0],
      [40, 1, 2 ** -23, 0],
      [-17, 1, -Math.log(1e-7), 0],
      [-15, 1, 15, -1],
    ]));

  it("clamps logarithms as PyTorch does, with PyTorch's gradient", () =>
    expectRows({ sigmoid: "output", guard: "clampLog" }, [
      [0, 1, Math.LN2, -0.5],
      [40, 0, 100, 0],
      [40, 0.25, 75, 0],
      [40, 1, 0, 0],
      [-25, 1, 25, -1],
      // p(1 − p) is below 1e-12, which PyTorch divides by instead.
      [-29, 1, 29, -0.254_367],
      [-200, 1, 100, 0],
    ]));

  it("is right everywhere on logits", () =>
    expectRows({ sigmoid: "stable" }, [
      [40, 0, 40, 1],
      [40, 1, 0, 0],
      [-40, 1, 40, -1],
      [-80, 0.5, 40, -0.5],
    ]));

  it("cannot leave [0.50, 0.73] when the sigmoid is taken twice", () => {
    const most = 1 / (1 + Math.exp(-1));
    return expectRows({ sigmoid: "twice", guard: "clampLog" }, [
      [0, 0, Math.log1p(Math.exp(0.5)), 0.155_615],
      [40, 1, -Math.log(most), 0],
      [-40, 1, Math.LN2, 0],
    ]);
  });

  it.each(["none", "additive", "additiveLast", "clip", "clampLog"] as const)(
    "tells that a pixel is no number: %s",
    async (guard) => {
      for (const sigmoid of ["output", "twice", "stable"] as const) {
        using engine = await onePixel({ sigmoid, guard });
        const found = await at(engine, Number.NaN, 0.5);
        expect(found).toEqual({ loss: Number.NaN, gradient: Number.NaN });
      }
    },
  );

  it("tells that a mean is no number", async () => {
    using engine = await onePixel({ likelihood: "gaussian", sigmoid: "stable" });
    const { perImage } = await engine.probe(
      {
        count: 1,
        images: Float32Array.of(0),
        epsilon: Float32Array.of(Number.NaN),
        labels: null,
        dropout: null,
      },
      settings,
    );
    expect(perImage.reconstruction).toBeNaN();
  });
});
