import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import type { Block, ImageShape, VaeSpec } from "#/core/model/spec.ts";

const relu = "relu" as const;
const dense = (units: number): Block => ({ kind: "dense", units, activation: relu });
const map = (height: number, width: number, channels: number): Block => ({
  kind: "denseToMap",
  height,
  width,
  channels,
  activation: relu,
});
const conv = (filters: number, stride: number): Block => ({
  kind: "conv",
  filters,
  kernel: 3,
  stride,
  activation: relu,
});
const grow = (filters: number, stride: number): Block => ({
  kind: "convTranspose",
  filters,
  kernel: 3,
  stride,
  activation: relu,
});

function spec(encoder: readonly Block[], decoder: readonly Block[], latent = 2): VaeSpec {
  return { encoder, decoder, latent, weightInit: "glorot" };
}

function resolved(vae: VaeSpec, image: ImageShape): ResolvedVae {
  const result = resolveVae(vae, image);
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
