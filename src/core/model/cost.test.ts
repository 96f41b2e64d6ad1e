import { describe, expect, it } from "vitest";
import { formatBytes, memoryFault, modelCost } from "#/core/model/cost.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import type { Block } from "#/core/model/spec.ts";

function cost(encoder: readonly Block[], decoder: readonly Block[], batch: number) {
  const spec = { encoder, decoder, latent: 20, condition: "none", weightInit: "he" } as const;
  const vae = resolveVae(spec, [28, 28, 1]);
  if (!vae.ok) throw new Error(vae.error.message);
  return modelCost(vae.value, batch);
}

const wide = (units: number): Block => ({ kind: "dense", units, activation: "relu" });

describe("modelCost", () => {
  it("counts the multiply–adds of 784-400-20 by hand", () => {
    // Forward 784·400 + 2·400·20 + 20·400 + 400·784; thrice that, without ∂x of the first layer.
    const forward = 313_600 + 16_000 + 8_000 + 313_600;
    expect(cost([wide(400)], [wide(400)], 128).multiplyAdds).toBe(128 * (3 * forward - 313_600));
  });

  it("counts a transposed convolution per input position", () => {
    const decoder: Block[] = [
      { kind: "denseToMap", height: 14, width: 14, channels: 4, activation: "relu" },
    ];
    const forward = 2 * 784 * 20 + 20 * 784 + 14 * 14 * 9 * 4;
    expect(cost([], decoder, 1).multiplyAdds).toBe(3 * forward - 2 * 784 * 20);
  });

  it("counts what normalising and dropping add", () => {
    const plain = cost([wide(400)], [], 10);
    const batchNorm = { momentum: 0.9, epsilon: 1e-3 };
    const dressed = cost([{ ...wide(400), batchNorm, dropout: 0.5 }], [], 10);
    // Scale and shift are learnt; two running statistics are kept beside.
    expect(dressed.parameters - plain.parameters).toBe(800);
    expect(dressed.weightBytes - plain.weightBytes).toBe((5 * 800 + 800) * 4);
    expect(dressed.activationBytes - plain.activationBytes).toBe(10 * 4 * 400 * 4);
    // Five multiply–adds an output: thrice, but once less for the layer that reads the image.
    expect(dressed.multiplyAdds - plain.multiplyAdds).toBe(10 * 2 * 5 * 400);
  });

  it("refuses what cannot fit with both numbers", () => {
    expect(memoryFault(cost([wide(400)], [wide(400)], 128))).toBeNull();
    const fault = memoryFault(cost([wide(8192), wide(8192)], [wide(8192), wide(8192)], 128));
    expect(fault).toMatchObject({ code: "memory-too-large", values: { limit: "2.15 GB" } });
    expect(fault?.message).toContain("3.02 GB");
  });

  it("writes bytes for people", () => {
    expect([0, 999, 999_700, 7_834_560, 2 ** 31].map(formatBytes)).toEqual([
      "0 B",
      "999 B",
      "1 MB",
      "7.83 MB",
      "2.15 GB",
    ]);
  });
});
