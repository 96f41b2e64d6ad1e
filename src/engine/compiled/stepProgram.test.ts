import { describe, expect, it } from "vitest";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { VaeSpec } from "#/core/model/spec.ts";
import { stepKernels } from "#/engine/compiled/stepProgram.ts";
import { updateSink } from "#/engine/compiled/kernels/update.ts";
import { objectiveCases, optimizerCases } from "#/engine/testing/cases.ts";
import { denseModel, resolved } from "#/engine/testing/models.ts";
import {
  bufferLengths,
  presetModel,
  programModels,
  type ProgramModel,
  programsOf,
  threadsOf,
  workgroupBytes,
} from "#/engine/testing/programs.ts";

/** What WebGPU promises of every device. */
const limits = { bindings: 8, threads: 256, workgroupBytes: 16_384, side: 65_535 };

const { objective, optimizer } = firstConfig;

/** Objectives and optimisers on one small model each, as the conformance suite has them. */
const cases: readonly ProgramModel[] = [...objectiveCases, ...optimizerCases].map((it) => {
  const changed = "objective" in it ? { ...objective, ...it.objective } : objective;
  const learntSigma = changed.likelihood === "gaussian" && changed.noise === "learnt";
  return {
    name: it.name,
    vae: resolved(denseModel, [8, 8, 2], { learntSigma }),
    objective: changed,
    optimizer: "optimizer" in it ? { ...optimizer, ...it.optimizer } : optimizer,
    batch: 5,
  };
});

const all = [...programModels, ...cases];

describe.each(all)("kernels of $name", (model) => {
  // In both forms, where there are two.
  const kernels = programsOf(model)
    .flat()
    .flatMap((kernel) =>
      kernel.plain === undefined ? [kernel] : [kernel, { ...kernel, ...kernel.plain }],
    );

  it("fit every device", () => {
    for (const kernel of kernels) {
      const { label, bindings, workgroups } = kernel;
      expect(bindings.length, label).toBeLessThanOrEqual(limits.bindings);
      expect(threadsOf(kernel), label).toBeGreaterThan(0);
      expect(threadsOf(kernel), label).toBeLessThanOrEqual(limits.threads);
      expect(workgroupBytes(kernel), label).toBeLessThanOrEqual(limits.workgroupBytes);
      for (const side of workgroups) {
        expect(Number.isInteger(side) && side >= 1, label).toBe(true);
        expect(side, label).toBeLessThanOrEqual(limits.side);
      }
    }
  });

  it("bind what there is, and nothing twice that one of them writes", () => {
    const lengths = bufferLengths(model);
    for (const { label, bindings } of kernels) {
      for (const { buffer, as } of bindings) {
        expect(lengths.get(buffer), `${label}: ${buffer}`).toBeGreaterThan(0);
        const same = bindings.filter((other) => other.buffer === buffer);
        const writes = same.some(({ access }) => access === "write");
        if (writes) expect(same, `${label}: ${buffer}`).toHaveLength(1);
        expect(bindings.filter((other) => other.as === as)).toHaveLength(1);
      }
    }
  });

  it("declare what they bind, in order, and write no number that is none", () => {
    for (const { label, bindings, code } of kernels) {
      for (const [i, { as, type, access }] of bindings.entries()) {
        const mode = access === "read" ? "read" : "read_write";
        expect(code, label).toContain(
          `@group(0) @binding(${String(i)}) var<storage, ${mode}> ${as}: array<${type}>;`,
        );
      }
      expect(code, label).not.toMatch(/undefined|NaN|Infinity|\[object/);
    }
  });
});

it("a batch with more rows than a dispatch has workgroups does not compile", () => {
  const spec: VaeSpec = {
    encoder: [{ kind: "conv", filters: 8, kernel: 3, stride: 1, activation: "relu" }],
    decoder: [],
    latent: 2,
    condition: "none",
    weightInit: "glorot",
  };
  const model = { vae: resolved(spec, [28, 28, 1]), objective, batch: 10_000 };
  expect(() => stepKernels(model, updateSink(optimizer), true)).toThrow(/forward: \d+ workgroups/);
});

describe("dispatches of a step", () => {
  const count = ({ optimizer: rule, ...model }: Omit<ProgramModel, "name">) =>
    stepKernels(model, updateSink(rule), true).length;

  it("are 18 at most for 784-400-20 with Adam", () => {
    const model = presetModel("mnist-dense-20");
    expect(model.optimizer.kind).toBe("adam");
    expect(count(model)).toBeLessThanOrEqual(18);
  });

  it("are 30 at most for two convolutions and two transposed ones", () => {
    const spec: VaeSpec = {
      encoder: [
        { kind: "conv", filters: 32, kernel: 3, stride: 2, activation: "relu" },
        { kind: "conv", filters: 64, kernel: 3, stride: 2, activation: "relu" },
      ],
      decoder: [
        { kind: "denseToMap", height: 7, width: 7, channels: 64, activation: "relu" },
        { kind: "convTranspose", filters: 64, kernel: 3, stride: 2, activation: "relu" },
        { kind: "convTranspose", filters: 32, kernel: 3, stride: 2, activation: "relu" },
      ],
      latent: 20,
      condition: "none",
      weightInit: "glorot",
    };
    const vae = resolved(spec, [28, 28, 1]);
    expect(count({ vae, objective, optimizer, batch: 128 })).toBeLessThanOrEqual(30);
  });

  it("are 45 at most for the convolutional system S2", () => {
    expect(count(presetModel("mnist-conv-2d"))).toBeLessThanOrEqual(45);
  });
});
