import { expect, it } from "vitest";
import { isRevealed } from "#/features/benches/records.ts";

const untouched = { guess: null, shown: false, uncovered: false, verdict: null };

it("covers the answer until somebody has guessed, or would rather be shown", () => {
  expect(isRevealed(untouched, false)).toBe(false);
  expect(isRevealed({ ...untouched, guess: 0 }, false)).toBe(true);
  expect(isRevealed({ ...untouched, shown: true }, false)).toBe(true);
});

it("covers it on a stage until it is asked for, and never before a guess", () => {
  expect(isRevealed({ ...untouched, guess: 0 }, true)).toBe(false);
  expect(isRevealed({ ...untouched, guess: 0, uncovered: true }, true)).toBe(true);
  expect(isRevealed({ ...untouched, uncovered: true }, true)).toBe(false);
});
