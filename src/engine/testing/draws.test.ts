import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activations } from "#/core/model/spec.ts";
import {
  guards,
  klReductions,
  likelihoods,
  noiseModels,
  reconstructionReductions,
  sigmaForms,
  sigmoidPlaces,
} from "#/core/objective/spec.ts";
import { optimizerKinds } from "#/core/training/optimizerSpec.ts";
import { assertAgreement, trace, type Trace } from "#/engine/testing/agreement.ts";
import { drawCase } from "#/engine/testing/draws.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";

const draws = Array.from({ length: 24 }, (_, i) => drawCase(i));
const blocks = draws.flatMap(({ spec }) => [...spec.encoder, ...spec.decoder]);

/** The choices that occur, in the order given. */
function met<T>(all: readonly T[], found: readonly unknown[]): readonly T[] {
  return all.filter((one) => found.includes(one));
}

describe("drawn experiments", () => {
  it("are the same every time", () => {
    expect(draws.map((_, i) => drawCase(i))).toEqual(draws);
  });

  it("have every kind of layer", () => {
    const kinds = ["dense", "denseToMap", "conv", "convTranspose"] as const;
    const kindsFound = blocks.map(({ kind }) => kind);
    expect(met(kinds, kindsFound)).toEqual(kinds);
    const active = blocks.map(({ activation }) => activation);
    expect(met(activations, active)).toEqual(activations);
    for (const op of ["conv", "convTranspose"] as const) {
      const maps = blocks.flatMap((block) => (block.kind === op ? [block] : []));
      const paddings = maps.map(({ padding }) => padding);
      expect(met(["same", "valid"], paddings)).toHaveLength(2);
      const strides = maps.map(({ stride }) => stride);
      expect(met([1, 2, 3], strides)).toHaveLength(3);
    }
    expect(blocks.some(({ batchNorm }) => batchNorm !== undefined)).toBe(true);
    expect(blocks.some(({ dropout }) => dropout !== undefined)).toBe(true);
  });

  it("have images and codes of every size", () => {
    const channels = draws.map(({ vae }) => vae.image[2]);
    expect(met([1, 3], channels)).toEqual([1, 3]);
    const latents = draws.map(({ vae }) => vae.latent);
    expect(met([1, 256], latents)).toEqual([1, 256]);
    expect(
      met(
        [true, false],
        draws.map(({ vae }) => vae.classes > 0),
      ),
    ).toHaveLength(2);
    expect(draws.filter(({ counts }) => counts.every((count) => count % 16 !== 0))).not.toEqual([]);
  });

  it("have every objective and optimiser", () => {
    const of = <T>(all: readonly T[], value: (draw: (typeof draws)[number]) => T) => {
      expect(met(all, draws.map(value))).toEqual(all);
    };
    of(likelihoods, ({ objective }) => objective.likelihood);
    of(noiseModels, ({ objective }) => objective.noise);
    of(sigmoidPlaces, ({ objective }) => objective.sigmoid);
    of(guards, ({ objective }) => objective.guard);
    of(reconstructionReductions, ({ objective }) => objective.reconstructionReduction);
    of(klReductions, ({ objective }) => objective.klReduction);
    of(sigmaForms, ({ objective }) => objective.sigma);
    of([true, false], ({ objective }) => objective.sampling);
    of(optimizerKinds, ({ optimizer }) => optimizer.kind);
    of([true, false], ({ settings }) => settings.clip > 0);
    of([true, false], ({ settings }) => settings.freeBits > 0);
  });
});

describe("agreement", () => {
  /** A few: tfjs on the processor is slow, and both are held to the double-precision oracle. */
  const few = draws.slice(0, 8);
  let onCpu: readonly Trace[] = [];
  beforeAll(async () => {
    await startNodeBackend("cpu");
    onCpu = await traces();
    await startNodeBackend("wasm");
  }, 60_000);
  afterAll(() => {
    onCpu = [];
  });

  async function traces(): Promise<readonly Trace[]> {
    const found: Trace[] = [];
    for (const draw of few) found.push(await trace(draw, "reference"));
    return found;
  }

  it.each(few.map((draw, i) => ({ draw, i })))(
    "of cpu and wasm: $draw.name",
    async ({ draw, i }) => {
      const expected = onCpu[i];
      if (expected === undefined) throw new Error("no trace");
      assertAgreement(draw, await trace(draw, "reference"), expected);
    },
  );
});
