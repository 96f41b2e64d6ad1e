import { expect, it } from "vitest";
import { piecesOf } from "#/charts/logitCurves.ts";

it("tells numbers from what is none, stretch by stretch", () => {
  const { sound, broken } = piecesOf([1, 2, Infinity, Infinity, Number.NaN, 3, -Infinity]);
  expect(sound).toEqual([
    { from: 0, to: 1 },
    { from: 5, to: 5 },
  ]);
  expect(broken).toEqual([
    { from: 2, to: 3, what: "+∞" },
    { from: 4, to: 4, what: "NaN" },
    { from: 6, to: 6, what: "−∞" },
  ]);
});

it("has no pieces of nothing", () => {
  expect(piecesOf([])).toEqual({ sound: [], broken: [] });
});
