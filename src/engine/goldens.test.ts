import { beforeAll, describe, expect, it } from "vitest";
import { presetConfig } from "#/core/experiment/presets.ts";
import { goldenChecks, hasGradients, hasLoss, steps } from "#/engine/testing/goldenChecks.ts";
import { goldens } from "#/engine/testing/goldens/files.ts";
import type { Golden } from "#/engine/testing/goldens/readGolden.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";

function golden(preset: Golden["preset"]): Golden {
  const found = goldens.find((candidate) => candidate.preset === preset);
  if (found === undefined) throw new Error(`no golden of ${preset}`);
  return found;
}

/** The same golden, held to another system. */
function altered(of: Golden, patch: Partial<Golden["config"]>): Golden {
  return { ...of, config: { ...of.config, ...patch } };
}

describe("goldens", () => {
  it.each(goldens)("of $preset have its objective and optimiser", ({ preset, config }) => {
    const { objective, optimizer } = presetConfig(preset);
    expect(config.objective).toEqual(objective);
    expect(config.optimizer).toEqual(optimizer);
  });

  it.each(goldens)("of $preset have its layers, narrowed", ({ preset, config, vae }) => {
    const { model } = presetConfig(preset);
    const kinds = ({ encoder, decoder }: typeof model) =>
      [encoder, decoder].map((blocks) =>
        blocks.map((block) => [
          block.kind,
          block.activation,
          block.batchNorm,
          "stride" in block && [block.kernel, block.stride, block.padding],
        ]),
      );
    expect(kinds(config.model)).toEqual(kinds(model));
    expect(config.model.condition).toBe(model.condition);
    expect(config.model.weightInit).toBe(model.weightInit);
    expect(vae.latent).toBeLessThanOrEqual(model.latent);
  });

  it.each(goldens)("of $preset have every tensor of their model", ({ vae, ...golden }) => {
    const shapes = (tensors: readonly { readonly name: string; readonly shape: unknown }[]) =>
      Object.fromEntries(tensors.map(({ name, shape }) => [name, shape]));
    const shapesOf = (weights: Golden["weights"]) =>
      shapes(Object.entries(weights).map(([name, { shape }]) => ({ name, shape })));
    const all = shapes([...vae.parameters, ...vae.statistics]);
    expect(shapesOf(golden.weights)).toEqual(all);
    expect(shapesOf(golden.weightsAfter)).toEqual(all);
    expect(shapesOf(golden.gradients)).toEqual(shapes(vae.parameters));
  });
});

describe.each(nodeBackends)("reference engine on %s", (name) => {
  beforeAll(() => startNodeBackend(name));

  it.each(goldenChecks())("$name", ({ run }) => run());
});

describe("golden checks", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("tell one loss from another", async () => {
    const system = golden("mnist-conv-2d");
    const { objective } = system.config;
    const halved = altered(system, { objective: { ...objective, klHalf: true } });
    await expect(hasLoss(halved)).rejects.toThrow("kl");
    const narrow = altered(system, { objective: { ...objective, sigma: "exp(λ/2)" } });
    await expect(hasGradients(narrow)).rejects.toThrow("logVariance/kernel");
  });

  it("tell how a logarithm is guarded", async () => {
    const system = golden("mnist-dense-20");
    const clipped = { ...system.config.objective, guard: "clip", guardEpsilon: 1e-7 } as const;
    await expect(hasLoss(altered(system, { objective: clipped }))).rejects.toThrow("total");
    const stable = { ...golden("mnist-sigmoid-a").config.objective, sigmoid: "stable" } as const;
    await expect(
      hasGradients(altered(golden("mnist-sigmoid-a"), { objective: stable })),
    ).rejects.toThrow("output/bias");
  });

  it("tell one optimiser from another", async () => {
    const system = golden("fashion-dense-20");
    const { optimizer } = system.config;
    const corrected = { ...optimizer, epsilonPlacement: "corrected" } as const;
    await expect(steps(altered(system, { optimizer: corrected }))).rejects.toThrow("change of");
    const grid = golden("mnist-conv-2d");
    const slower = { ...grid.config.optimizer, decay: 0.91 };
    await expect(steps(altered(grid, { optimizer: slower }))).rejects.toThrow("is off by");
  });
});
