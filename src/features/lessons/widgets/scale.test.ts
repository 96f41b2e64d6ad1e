import { describe, expect, it } from "vitest";
import { klTerm } from "#/core/objective/gaussianKl.ts";
import {
  curveOf,
  gaussianDensity,
  klContour,
  pathOf,
  plotScale,
  wholeTicks,
} from "#/features/lessons/widgets/scale.ts";

const scale = plotScale({ width: 246, height: 132, x: [-2, 2], y: [0, 10] });

describe("a plot's scale", () => {
  it("goes there and back", () => {
    expect(scale.xAt(scale.px(1.25))).toBeCloseTo(1.25, 12);
    expect(scale.yAt(scale.py(7.5))).toBeCloseTo(7.5, 12);
  });

  it("grows upwards", () => {
    expect(scale.py(10)).toBeLessThan(scale.py(0));
  });

  it("ticks whole numbers within the span", () => {
    expect(wholeTicks([-2.5, 2.1])).toEqual([-2, -1, 0, 1, 2]);
    expect(wholeTicks([0, 9], 4)).toEqual([0, 4, 8]);
  });
});

describe("curves", () => {
  it("break where there is no number", () => {
    const path = pathOf(scale, [
      [0, 1],
      [1, Number.NaN],
      [2, 1],
    ]);
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it("run over the whole axis", () => {
    expect(curveOf(scale, (x) => x, 4).match(/[ML]/g)).toHaveLength(5);
  });

  it("of a density enclose 1", () => {
    const density = gaussianDensity(0.5, 0.7);
    let sum = 0;
    for (let i = -600; i <= 600; i++) sum += density(i / 100) / 100;
    expect(sum).toBeCloseTo(1, 6);
  });

  it.each([0.1, 0.5, 2])("of equal KL cost %d nats everywhere", (nats) => {
    for (const [mean, lambda] of klContour(nats)) expect(klTerm(mean, lambda)).toBeCloseTo(nats, 6);
  });
});
