import { expect, it } from "vitest";
import { type ChipState, follow, noFindings, toldOf } from "#/core/diagnosis/chip.ts";
import { type Finding, type FindingId, findingIds } from "#/core/diagnosis/findings.ts";

function finding(id: FindingId, kl = 0): Finding {
  return { id, severity: "caution", values: { kl }, cause: null, cure: null, field: null };
}

/** Follows a script of [step, ms, findings that hold]; what is told after each line. */
function told(script: readonly (readonly [number, number, readonly FindingId[]])[]) {
  let state: ChipState = noFindings;
  return script.map(([step, ms, ids]) => {
    state = follow(
      state,
      ids.map((id) => finding(id)),
      { step, ms },
    );
    return toldOf(state, findingIds)?.id ?? null;
  });
}

it("waits for 100 steps and 2 s, whichever takes longer", () => {
  const overfitting = ["overfitting"] as const;
  expect(
    told([
      [0, 0, overfitting],
      [500, 1900, overfitting],
      [520, 2000, overfitting],
    ]),
  ).toEqual([null, null, "overfitting"]);
  expect(
    told([
      [0, 0, overfitting],
      [99, 60_000, overfitting],
      [100, 60_100, overfitting],
    ]),
  ).toEqual([null, null, "overfitting"]);
});

it("starts to wait anew when a finding was gone in between", () => {
  expect(
    told([
      [0, 0, ["overfitting"]],
      [90, 1900, []],
      [100, 2000, ["overfitting"]],
      [199, 9000, ["overfitting"]],
      [200, 9000, ["overfitting"]],
    ]),
  ).toEqual([null, null, null, null, "overfitting"]);
});

it("leaves as slowly as it came, and not for a moment's absence", () => {
  expect(
    told([
      [0, 0, ["overfitting"]],
      [100, 2000, ["overfitting"]],
      [110, 2100, []],
      [150, 3000, ["overfitting"]],
      [200, 4000, []],
      [290, 7000, []],
      [300, 7100, []],
    ]),
  ).toEqual([
    null,
    "overfitting",
    "overfitting",
    "overfitting",
    "overfitting",
    "overfitting",
    null,
  ]);
});

it("tells the most serious of those that have held, with its newest numbers", () => {
  expect(
    told([
      [0, 0, ["klRising"]],
      [100, 2000, ["klRising", "collapsed"]],
      [200, 4000, ["klRising", "collapsed"]],
    ]),
  ).toEqual([null, "klRising", "collapsed"]);
  let state = follow(noFindings, [finding("collapsed", 1)], { step: 0, ms: 0 });
  state = follow(state, [finding("collapsed", 2)], { step: 100, ms: 2000 });
  state = follow(state, [finding("collapsed", 3)], { step: 101, ms: 2100 });
  expect(toldOf(state, findingIds)?.values).toEqual({ kl: 3 });
});
