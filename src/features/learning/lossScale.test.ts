import { expect, it } from "vitest";
import type { CurveLine } from "#/charts/curves.ts";
import { klDomain, lossDomain } from "#/features/learning/lossScale.ts";

function line(id: string, y: (x: number) => number): CurveLine {
  const points = Array.from({ length: 50 }, (_, x) => ({ x, y: y(x) }));
  return { id, label: "", points, color: "", weight: "train" };
}

it("clips a total whose KL counts thousandfold, and leaves the reconstruction in sight", () => {
  const lines = [
    line("train-total", (x) => 1e5 - 1900 * x),
    line("train-reconstruction", (x) => 2100 - 6 * x),
    line("ghost", () => 1e9),
  ];
  const [, high] = lossDomain(lines, [], 3072, false);
  // 1.3 · 3072 · ln 2 = 2768.
  expect(high).toBe(3000);
});

it("spans the landmarks before there is a curve", () => {
  expect(lossDomain([], [{ value: 543 }, { value: 46 }], 784, false)).toEqual([0, 600]);
});

it("lets a spike at the very start leave the KL panel", () => {
  expect(klDomain([line("train-kl", (x) => (x < 3 ? 300 : 4))], false)).toEqual([0, 4]);
});
