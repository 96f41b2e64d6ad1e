import { expect, it } from "vitest";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { gather, recordWords } from "#/engine/compiled/kernels/gather.ts";
import { denseModel, resolved, testModels } from "#/engine/testing/models.ts";

const kernelOf = (vae: ResolvedVae) => gather(vae, "binarise", 5);

it("binds no more buffers than every device allows, and only what the model takes", () => {
  const names = testModels.map(({ spec, classes }) =>
    kernelOf(resolved(spec, [8, 8, 1], { classes })).bindings.map(({ buffer }) => buffer),
  );
  for (const buffers of names) expect(buffers.length).toBeLessThanOrEqual(8);
  const plain = kernelOf(resolved(denseModel, [8, 8, 1]));
  expect(plain.bindings.map(({ buffer }) => buffer)).toEqual([
    ...["records", "records chosen", "images", "epsilon"],
  ]);
  expect(plain.code).not.toContain("labels");
  expect(plain.code).not.toContain("dropoutPlace, at");
});

it("has a thread for every four pixels of every image", () => {
  const { workgroups } = kernelOf(resolved(denseModel, [28, 28, 1]));
  expect(workgroups).toEqual([4, 5, 1]);
});

it("makes room for a label behind the pixels, in whole words", () => {
  const conditional = { ...denseModel, condition: "label" } as const;
  expect(recordWords(resolved(denseModel, [28, 28, 1]))).toBe(196);
  expect(recordWords(resolved(conditional, [28, 28, 1], { classes: 10 }))).toBe(197);
  expect(recordWords(resolved(conditional, [5, 5, 3], { classes: 10 }))).toBe(19);
});
