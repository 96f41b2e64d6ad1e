import { describe, expect, it } from "vitest";
import { isOutOfPatience, validated, type ValidationState } from "#/core/training/earlyStopping.ts";

/** The states after validations at steps 10, 20, 30 … */
function run(losses: readonly number[]): readonly ValidationState[] {
  let state: ValidationState | null = null;
  return losses.map((loss, i) => {
    state = validated(state, loss, 10 * (i + 1));
    return state;
  });
}

describe("patience", () => {
  it("counts validations since the best one, and starts again with a better one", () => {
    const states = run([3, 2, 2.5, 2, 1.9]);
    expect(states.map(({ waited }) => waited)).toEqual([0, 0, 1, 2, 0]);
    expect(states.at(-1)).toEqual({ best: 1.9, bestStep: 50, waited: 0 });
    expect(states[3]).toEqual({ best: 2, bestStep: 20, waited: 2 });
  });

  it("ends training at the second validation in a row that is no better, for patience 2", () => {
    const over = run([3, 2, 2.5, 2.4]).map((state) => isOutOfPatience(state, 2));
    expect(over).toEqual([false, false, false, true]);
  });

  it("waits for ever at patience 0", () => {
    expect(run([1, 2, 3, 4, 5]).some((state) => isOutOfPatience(state, 0))).toBe(false);
  });

  it("never takes what is no number for better, and gets over one", () => {
    const [first, second] = run([Number.NaN, 5]);
    expect(first?.waited).toBe(0);
    expect(second).toEqual({ best: 5, bestStep: 20, waited: 0 });
    expect(run([5, Number.NaN]).at(-1)).toEqual({ best: 5, bestStep: 10, waited: 1 });
  });
});
