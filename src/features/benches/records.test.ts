import { expect, it } from "vitest";
import { isRevealed } from "#/features/benches/records.ts";

const untouched = { guess: null, shown: false, uncovered: false, verdict: null };

const verdict = { shown: true, numbers: {}, seed: 42, opened: 0 };

it("covers the answer until a guess has its verdict, or somebody would rather be shown", () => {
  expect(isRevealed(untouched, false)).toBe(false);
  expect(isRevealed({ ...untouched, guess: 0 }, false)).toBe(false);
  expect(isRevealed({ ...untouched, verdict }, false)).toBe(false);
  expect(isRevealed({ ...untouched, guess: 0, verdict }, false)).toBe(true);
  expect(isRevealed({ ...untouched, shown: true }, false)).toBe(true);
});

it("covers it on a stage until it is asked for, and leaves it open then", () => {
  expect(isRevealed({ ...untouched, guess: 0 }, true)).toBe(false);
  expect(isRevealed({ ...untouched, guess: 0, uncovered: true }, true)).toBe(true);
  expect(isRevealed({ ...untouched, uncovered: true }, true)).toBe(true);
  expect(isRevealed({ ...untouched, uncovered: true }, false)).toBe(true);
});
