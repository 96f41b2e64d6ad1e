import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { resolveVae, type ResolveOptions } from "#/core/model/shapes.ts";
import type {
  Block,
  ConvBlock,
  ConvTransposeBlock,
  ImageShape,
  VaeSpec,
} from "#/core/model/spec.ts";

const relu = "relu" as const;
const dense = (units: number): Block => ({ kind: "dense", units, activation: relu });
const map = (height: number, width: number, channels: number): Block => ({
  kind: "denseToMap",
  height,
  width,
  channels,
  activation: relu,
});
const conv = (filters: number, stride: number): ConvBlock => ({
  kind: "conv",
  filters,
  kernel: 3,
  stride,
  activation: relu,
});
const grow = (filters: number, stride: number): ConvTransposeBlock => ({
  kind: "convTranspose",
  filters,
  kernel: 3,
  stride,
  activation: relu,
});

function spec(encoder: readonly Block[], decoder: readonly Block[], latent = 2): VaeSpec {
  return { encoder, decoder, latent, condition: "none", weightInit: "glorot" };
}

function conditional(encoder: readonly Block[], decoder: readonly Block[]): VaeSpec {
  return { ...spec(encoder, decoder), condition: "label" };
}

function resolved(vae: VaeSpec, image: ImageShape, options?: ResolveOptions): ResolvedVae {
  const result = resolveVae(vae, image, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("resolveVae", () => {
  it("counts the parameters of 784-400-20 by hand", () => {
    const vae = resolved(spec([dense(400)], [dense(400)], 20), [28, 28, 1]);
    // 785·400 + 2·401·20 + 21·400 + 401·784
    expect(vae.parameterCount).toBe(314_000 + 16_040 + 8_400 + 314_384);
    expect(vae.parameters.map(({ name }) => name)).toEqual([
      "encoder/0/kernel",
      "encoder/0/bias",
      "mean/kernel",
      "mean/bias",
      "logVariance/kernel",
      "logVariance/bias",
      "decoder/0/kernel",
      "decoder/0/bias",
      "output/kernel",
      "output/bias",
    ]);
    expect(vae.output).toMatchObject({ op: "dense", output: [784], activation: "linear" });
  });

  it("takes no hidden layers on either side", () => {
    const vae = resolved(spec([], []), [2, 3, 1]);
    expect(vae.mean.kernelShape).toEqual([6, 2]);
    expect(vae.output.kernelShape).toEqual([2, 6]);
  });

  it("halves odd sides upwards and flattens maps for the heads", () => {
    const vae = resolved(spec([conv(8, 2), conv(4, 2), conv(4, 2)], []), [28, 28, 1]);
    expect(vae.encoder.map(({ output }) => output)).toEqual([
      [14, 14, 8],
      [7, 7, 4],
      [4, 4, 4],
    ]);
    expect(vae.mean.kernelShape).toEqual([64, 2]);
  });

  it("ends with a convolution at the image's size and its transpose below it", () => {
    const same = resolved(spec([], [map(7, 7, 8), grow(4, 2), grow(4, 2)]), [28, 28, 3]);
    expect(same.output).toMatchObject({ op: "conv", kernelShape: [3, 3, 4, 3], stride: 1 });
    const half = resolved(spec([], [map(7, 7, 8), grow(4, 2)]), [28, 28, 3]);
    expect(half.output).toMatchObject({
      op: "convTranspose",
      kernelShape: [3, 3, 3, 4],
      stride: 2,
    });
    expect(half.output.output).toEqual([28, 28, 3]);
  });

  it("refuses 28 pixels after four halvings and doublings, and offers 32", () => {
    const halvings = [conv(8, 2), conv(8, 2), conv(8, 2), conv(8, 2)];
    const result = resolveVae(
      spec(halvings, [map(2, 2, 8), grow(8, 2), grow(8, 2), grow(8, 2)]),
      [28, 28, 1],
    );
    expect(result).toMatchObject({
      ok: false,
      error: { code: "shape-invalid", values: { map: "16×16", image: "28×28", offer: "32×32" } },
    });
    const larger = resolveVae(spec([], [map(16, 16, 1), grow(8, 2)]), [28, 28, 1]);
    expect(larger).toMatchObject({ ok: false, error: { values: { offer: "32×32" } } });
  });

  it("refuses a convolution of a vector, naming the layer", () => {
    expect(resolveVae(spec([dense(9), conv(4, 1)], []), [28, 28, 1])).toMatchObject({
      ok: false,
      error: { code: "shape-invalid", values: { layer: "encoder/1", units: 9 } },
    });
    expect(resolveVae(spec([], [grow(4, 2)]), [28, 28, 1]).ok).toBe(false);
  });

  it("keeps a valid kernel inside its map", () => {
    const valid = <B extends ConvBlock | ConvTransposeBlock>(block: B): B => ({
      ...block,
      padding: "valid",
    });
    const vae = resolved(
      spec([valid(conv(4, 2)), valid(conv(4, 3))], [map(6, 6, 1), valid(grow(2, 2))]),
      [13, 13, 1],
    );
    // ⌊(13 − 3)/2⌋ + 1, ⌊(6 − 3)/3⌋ + 1, and (6 − 1)·2 + 3.
    expect(vae.encoder.map(({ output }) => output)).toEqual([
      [6, 6, 4],
      [2, 2, 4],
    ]);
    expect(vae.decoder[1]).toMatchObject({ output: [13, 13, 2], padding: "valid" });
    const tooFew = resolveVae(spec([conv(4, 2), valid(conv(4, 1))], []), [4, 4, 1]);
    expect(tooFew).toMatchObject({
      ok: false,
      error: {
        code: "shape-invalid",
        values: { problem: "kernel-too-large", layer: "encoder/1", kernel: 3, map: "2×2" },
      },
    });
    expect(resolveVae(spec([valid(conv(4, 1))], []), [3, 3, 1]).ok).toBe(true);
  });

  it("joins the label to what each network reads first", () => {
    const classes = 10;
    const vectors = resolved(conditional([dense(400)], [dense(400)]), [28, 28, 1], { classes });
    expect(vectors.encoder[0]).toMatchObject({ input: [794], joined: 10, kernelShape: [794, 400] });
    expect(vectors.mean).toMatchObject({ input: [400], joined: 0 });
    expect(vectors.decoder[0]).toMatchObject({ input: [12], joined: 10, kernelShape: [12, 400] });
    expect(vectors).toMatchObject({ classes: 10, output: { joined: 0 } });

    const maps = resolved(conditional([conv(8, 2)], [map(7, 7, 2), grow(4, 2)]), [28, 28, 1], {
      classes,
    });
    expect(maps.encoder[0]).toMatchObject({
      input: [28, 28, 11],
      joined: 10,
      output: [14, 14, 8],
      kernelShape: [3, 3, 11, 8],
    });
    expect(maps.decoder.map(({ joined }) => joined)).toEqual([10, 0]);

    const flat = resolved(conditional([], []), [2, 2, 1], { classes });
    expect(
      [flat.mean, flat.logVariance, flat.output].map(({ kernelShape }) => kernelShape),
    ).toEqual([
      [14, 2],
      [14, 2],
      [12, 4],
    ]);
  });

  it("refuses a condition without labels, and ignores labels without a condition", () => {
    expect(resolveVae(conditional([], []), [4, 4, 1])).toMatchObject({
      ok: false,
      error: { code: "labels-missing" },
    });
    // A set whose images all are of one class has no labels either.
    expect(resolveVae(conditional([], []), [4, 4, 1], { classes: 1 })).toMatchObject({
      ok: false,
      error: { code: "labels-missing" },
    });
    expect(resolved(spec([dense(3)], []), [4, 4, 1], { classes: 10 }).classes).toBe(0);
  });

  it("lists scale and shift with what is learnt, statistics beside, log σ last", () => {
    const batchNorm = { momentum: 0.99, epsilon: 1e-3 };
    const vae = resolved(
      spec([{ ...conv(4, 2), batchNorm }], [{ ...map(4, 4, 3), batchNorm, dropout: 0.5 }]),
      [8, 8, 1],
      { learntSigma: true },
    );
    const names = vae.parameters.map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual([
      "encoder/0/kernel",
      "encoder/0/bias",
      "encoder/0/scale",
      "encoder/0/shift",
      "mean/kernel",
    ]);
    expect(names.at(-1)).toBe("output/logSigma");
    // A map made by a dense layer has a bias a unit, and is normalised by channel.
    const sizes = Object.fromEntries(
      [...vae.parameters, ...vae.statistics].map(({ name, size }) => [name, size]),
    );
    expect(sizes).toMatchObject({
      "decoder/0/bias": 48,
      "decoder/0/scale": 3,
      "decoder/0/runningMean": 3,
      "encoder/0/runningVariance": 4,
      "output/logSigma": 1,
    });
    expect(vae.statistics.map(({ name }) => name)).toEqual([
      "encoder/0/runningMean",
      "encoder/0/runningVariance",
      "decoder/0/runningMean",
      "decoder/0/runningVariance",
    ]);
    expect(vae.dropoutUnits).toBe(48);
  });

  it("keeps the books: sizes multiply, layers join, counts add up", () => {
    const block = fc.oneof(
      fc.integer({ min: 1, max: 9 }).map(dense),
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
        .map(([f, s]) => conv(f, s)),
      fc.integer({ min: 1, max: 4 }).map((c) => map(2, 3, c)),
    );
    const image = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 3 }),
        fc.array(block, { maxLength: 3 }),
        image,
        (e, d, shape) => {
          const result = resolveVae(spec(e, d), shape);
          if (!result.ok) {
            expect(result.error.code).toBe("shape-invalid");
            return;
          }
          const vae = result.value;
          expect(shapeSize(vae.output.output)).toBe(vae.pixels);
          expect(vae.encoder.length + vae.decoder.length).toBe(e.length + d.length);
          let total = 0;
          for (const parameter of vae.parameters) {
            expect(parameter.size).toBe(parameter.shape.reduce((a, b) => a * b, 1));
            total += parameter.size;
          }
          expect(vae.parameterCount).toBe(total);
        },
      ),
    );
  });
});
